import type { Files } from './files/files'
import type { Table } from './store/table'
import type { ContentSafety } from './wechat/contentSafety'
import type { SendMessage } from './wechat/subscribeMessage'
import type { Templates } from './wechat/templates'

/** Everything with an effect. Tests hand in their own clock and nothing else that isn't real. */
export type Deps = {
  table: Table
  storeName: 'sqlite' | 'dynamodb'
  files: Files
  /** milliseconds since 1970 */
  now: () => number
  /** signs tokens, marks and case salts */
  secret: string
  demo: boolean
  version: string
  /** writes per person and minute */
  actsPerMinute: number
  /** where the web page stands for everyone, without a trailing slash; else the address that was asked */
  webAddress?: string
  /** the address that WeChat turns into the mini-program (扫普通链接二维码打开小程序), where that is set up */
  miniAddress?: string
  /** the check of words and pictures, where one is set up; else the village looks at them itself */
  contentSafety?: ContentSafety
  /** writes to those who agreed to it, where templates are set up at WeChat */
  wechatPush?: { templates: Templates; send: SendMessage }
  /** what a message from WeChat proves itself by, where it is set up */
  wechatCallback?: { appId: string; token: string }
}
