import { answers, Failed, type Host, quietly } from './call'

export type Modal = { title: string; content: string; confirmText: string; cancelText: string; editable: boolean }
export type ModalAnswer = boolean | { confirm: boolean; content?: string }

const text = (value: unknown, otherwise = '') => (value === undefined ? otherwise : String(value))

/** Toasts, modals and action sheets: what was shown, and what the person answers. */
export class Dialogs {
  readonly toasts: string[] = []
  readonly modals: Modal[] = []
  readonly sheets: string[][] = []
  clipboard = ''
  /** The person's answer to a modal: confirm (true), cancel (false), or with the text typed into it. */
  answerModal: (modal: Modal) => ModalAnswer = () => true
  /** The person's choice from an action sheet: an index, or undefined to cancel. */
  answerSheet: (items: string[]) => number | undefined = () => 0

  constructor(private readonly host: Host) {}

  api(): Record<string, unknown> {
    const call = (name: string, answer: (options: Record<string, unknown>) => unknown) => ({
      [name]: answers(this.host, name, answer),
    })
    return {
      ...call('showToast', ({ title }) => void this.toasts.push(text(title))),
      ...call('showModal', (options) => this.showModal(options)),
      ...call('showActionSheet', ({ itemList }) => this.showSheet((itemList ?? []) as string[])),
      ...call('setClipboardData', ({ data }) => {
        this.clipboard = text(data)
      }),
      ...call('getClipboardData', () => ({ data: this.clipboard })),
      ...quietly(this.host, 'hideToast', 'showLoading', 'hideLoading', 'previewImage', 'makePhoneCall', 'vibrateShort'),
    }
  }

  private showModal(options: Record<string, unknown>) {
    const modal: Modal = {
      title: text(options.title),
      content: text(options.content),
      confirmText: text(options.confirmText, '确定'),
      cancelText: text(options.cancelText, '取消'),
      editable: options.editable === true,
    }
    // On a phone a longer caption makes the whole call fail, so the question is never asked.
    if (modal.confirmText.length > 4) throw new Failed('showModal:fail confirmText length should not larger than 4')
    if (modal.cancelText.length > 4) throw new Failed('showModal:fail cancelText length should not larger than 4')
    this.modals.push(modal)
    const answer = this.answerModal(modal)
    const { confirm, content } = typeof answer === 'boolean' ? { confirm: answer, content: undefined } : answer
    return { confirm, cancel: !confirm, content: content ?? (modal.editable ? '' : undefined) }
  }

  private showSheet(items: string[]) {
    if (items.length > 6) throw new Failed('showActionSheet:fail parameter error: itemList should not be large than 6')
    this.sheets.push(items)
    const tapIndex = this.answerSheet(items)
    if (tapIndex === undefined) throw new Failed('showActionSheet:fail cancel')
    return { tapIndex }
  }
}
