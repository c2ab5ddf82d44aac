/** Every way of saying no, and the sentence people read. Phone and cloud share it. */

const sentences = {
  badRequest: '这次提交的内容不完整或格式不对。请返回上一页重新填写。',
  badForm: '有几处还没填对，请按提示改好再提交。',
  notSignedIn: '请先登录，再办这件事。',
  signInExpired: '登录已经过期，请重新登录。您填的内容还在手机里。',
  mustAgree: '请先看过并同意《用户协议和隐私政策》，再登录。',
  wrongSignIn: '没有登录上：手机号、密码或验证码不对。请核对再试；忘了密码，请任命您的上级重新发一个邀请码。',
  inviteInvalid: '这个邀请码用不了：可能抄错了、用过了，或者过期了。请对着纸条再输一遍；还不行，请村里重新发一个。',
  tooYoung: '不满14周岁的，要监护人先到村里当面同意，再请村里发一个写明监护人同意的邀请码。',
  ticketExpired: '这一步等得太久，或者已经用过了。请从头再登录一次。',
  passwordTooWeak: '这个密码太容易被人猜到。请换一个至少10个字符的，不要用手机号、生日和常见的密码。',
  notInScope: '您不在这件事的办理范围内。如果应该由您办，请联系村里或镇里核对名册。',
  notYourTurn: '这一步不归您办。',
  mustBeAnother: '这一步要换一个人来办，经手人和审核人不能是同一个人。',
  notFound: '没有找到这件事，可能链接不完整。请从列表里重新打开。',
  someoneActedFirst: '别人刚刚办过这件事，内容有变化。请看过最新情况再办，您填的内容还在。',
  caseIsClosed: '这件事已经办结，不能再办。',
  caseIsOpen: '这件事还没办结，要等办结以后。',
  tooEarly: '时间还没到，不能提前办。',
  tooLate: '已经过了办理的时间。',
  notQuorate: '到会人数不够，会议不能算数。请通知大家，改期再开。',
  tallyWrong: '票数和到会人数对不上，请对一下计票单。',
  noSuchOutcome: '这一步没有这个选择，请刷新后重新选。',
  needsFirst: '前面还有一项没做，做完才能办这一步。',
  onlyOnce: '这件事只能办一次，已经办过了。',
  notNow: '现在这个环节不能办这件事。',
  clockStopped: '正在等说事人补充，这段时间不能申请延期。',
  clockRuns: '现在没有在等补充。',
  ruleNotMet: '有一项规定没有满足。',
  moneyExceeded: '超过了决议定下的金额，不能再用。要用更多钱，请重新走四议。',
  noRoll: '名册里还没有这个会议的应到人数。请先请文书导入名册。',
  tooLarge: '内容太多，放不下了。请分开提交。',
  badFile: '这个文件用不了。请换成照片（JPG、PNG、WebP）、录音或PDF，每个不超过10MB。',
  tooManyRequests: '操作太频繁，请等一分钟再试。您填的内容还在。',
  notAvailable: '这项功能在这里没有打开。',
  broken: '不是您手机的问题，是我们这边出错了。等一分钟再试，您填的都还在。',
} as const

export type RefusalName = keyof typeof sentences

/** A refusal is a value, never thrown by the engine. `says` is plain Chinese and tells what is short or what to do. */
export type Refusal = { refusal: RefusalName; says: string; detail?: Readonly<Record<string, unknown>> }

export const refusalNames = Object.keys(sentences) as RefusalName[]

/** Builds a refusal; `says` replaces the general sentence where the case knows better. */
export const refuse = (refusal: RefusalName, says?: string, detail?: Record<string, unknown>): Refusal => ({
  refusal,
  says: says ?? sentences[refusal],
  ...(detail && { detail }),
})

export const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'refusal' in value && 'says' in value
