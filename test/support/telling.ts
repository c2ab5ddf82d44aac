import { inspect } from 'node:util'
import { findPersonalData } from '@shared/personalData'

const token = /eyJ[\w-]{8,}\.[\w-]{8,}|Bearer [\w.-]{8,}/
/** A person's name at WeChat: 28 letters and digits, the first an o. */
const openId = /(?<![\w-])o[\w-]{27}(?![\w-])/

/**
 * What is to be written down, where it tells of somebody: numbers that only one person has, tokens, names at WeChat, and anything
 * in Chinese, for nothing of ours that is written down is: it would be a name, or somebody's words. Else undefined.
 */
export const telling = (parts: readonly unknown[]): string | undefined => {
  const text = parts.map((part) => (typeof part === 'string' ? part : inspect(part, { depth: 8 }))).join(' ')
  const tells =
    /[\u4e00-\u9fff]/.test(text) || token.test(text) || openId.test(text) || findPersonalData(text).length > 0
  return tells ? text.slice(0, 2000) : undefined
}
