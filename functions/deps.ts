import type { Context } from 'hono'
import type { Files } from './files/files'
import type { Table } from './store/table'
import type { ContentSafety } from './wechat/contentSafety'
import type { WechatLogin } from './wechat/login'
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
  /** signs checkpoints: an Ed25519 seed of 32 bytes, only where the job runs */
  signingKey?: Uint8Array
  demo: boolean
  version: string
  /** writes per person and minute */
  actsPerMinute: number
  /** where the web page stands for everyone, without a trailing slash; else the address that was asked */
  webAddress?: string
  /** the address that WeChat turns into the mini-program (扫普通链接二维码打开小程序), where that is set up */
  miniAddress?: string
  /** where it is counted how often something was done: in memory by one machine (unless said), in the table by many */
  limits?: 'memory' | 'table'
  /** the network address that a call comes from, as whoever serves it knows it */
  addressOf?: (c: Context) => string
  /** the check of words and pictures, where one is set up; else the village looks at them itself */
  contentSafety?: ContentSafety
  /** writes to those who agreed to it, where templates are set up at WeChat */
  wechatPush?: { templates: Templates; send: SendMessage }
  /** who somebody is at WeChat, where our mini-program is set up */
  wechatLogin?: WechatLogin
  /** what a message from WeChat proves itself by, where it is set up */
  wechatCallback?: { appId: string; token: string }
}
