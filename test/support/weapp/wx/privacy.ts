import { Failed } from './call'

// What WeChat counts as asking for private information, of what is spoken with here (小程序用户隐私保护指引).
const PRIVATE = [
  ...['chooseMedia', 'chooseImage', 'chooseMessageFile', 'saveImageToPhotosAlbum', 'getPhoneNumber'],
  ...['setClipboardData', 'getClipboardData', 'RecorderManager.start'],
]

/** WeChat's privacy page: whether it has been agreed to, and what was called for before it was. */
export class Privacy {
  isAgreed = false
  /** What the person answers when WeChat's own question comes up, because the program didn't ask. */
  answersWechat = true
  /** Calls for private information that were made before anything was agreed to, in order. */
  readonly early: string[] = []

  /** Lets a call through; before consent WeChat asks by itself, and stops the call when the person says no. */
  ask(api: string): void {
    if (this.isAgreed || !PRIVATE.includes(api)) return
    this.early.push(api)
    this.isAgreed = this.answersWechat
    if (!this.isAgreed) throw new Failed(`${api}:fail privacy permission is not authorized`, 104)
  }
}
