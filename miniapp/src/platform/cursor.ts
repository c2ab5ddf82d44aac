/** A part of a text, in UTF-16 units. */
type Selection = { from: number; until: number }

/** Props of a WeChat text box that select a part of it; the browser has none and is told by `putCursor`. */
export const selectionProps = (
  select: Selection | undefined,
): { focus?: boolean; selectionStart?: number; selectionEnd?: number } =>
  process.env.TARO_ENV === 'h5' || !select
    ? {}
    : { focus: true, selectionStart: select.from, selectionEnd: select.until }

/** Selects a part of the text in the box under that place, once it is drawn: in the browser. */
export function putCursor(id: string, { from, until }: Selection): void {
  if (process.env.TARO_ENV !== 'h5') return
  setTimeout(() => {
    const box = document.querySelector<HTMLTextAreaElement>(`#${id} textarea`)
    box?.focus()
    box?.setSelectionRange(from, until)
  }, 80)
}
