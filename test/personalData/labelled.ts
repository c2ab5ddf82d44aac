import type { PersonalKind } from '@shared/personalData'

/** A text, what it is modelled on, and what must not get out of it. */
export type Labelled = {
  text: string
  layout: string
  personal: readonly { kind: PersonalKind; from: number; to: number }[]
}

/** Says of a part of a text that it is personal: `电话${personal('mobile', '138…')}`. */
export const personal = (kind: PersonalKind, text: string) => `⟦${kind}|${text}⟧`

/** Reads a text in which the personal parts stand in brackets. */
export const labelled = (layout: string, marked: string): Labelled => {
  const found: { kind: PersonalKind; from: number; to: number }[] = []
  let text = ''
  for (const part of marked.split(/(⟦\w+\|[^⟧]*⟧)/)) {
    const match = /^⟦(\w+)\|([^⟧]*)⟧$/.exec(part)
    if (match) found.push({ kind: match[1] as PersonalKind, from: text.length, to: text.length + match[2].length })
    text += match ? match[2] : part
  }
  return { text, layout, personal: found }
}
