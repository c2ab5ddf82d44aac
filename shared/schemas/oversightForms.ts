import { day, form, longText, maybeDay, maybeText, person, photos, text } from './fields'
import { summonsFields } from './summonsFields'

/** 督办单, 约谈 and the watch-list. */
export const oversightForms = {
  /** of a case, or of an item that should hang on the board: then item and period are named */
  supervision: form({
    title: text('督办什么事', 60),
    reason: longText('督办要求', 500),
    replyBy: day('哪天前答复'),
    owedItem: maybeText('公开目录里的哪一项', 20),
    owedPeriod: maybeText('哪一期', 20),
  }),
  supervisionReply: form({
    answer: longText('办了什么，结果怎样', 1000),
    finishBy: maybeDay('还没办完的，哪天办完'),
    photos: photos('照片', 9),
  }),
  supervisionCheck: form({
    finding: longText('核对的情况', 500),
    replyAgainBy: maybeDay('退回的，哪天前再答复', { help: '只有“退回，再答复”要填' }),
  }),
  interview: form({ title: text('约谈为了什么事', 60), ...summonsFields }),
  interviewHeld: form({
    heldOn: day('哪天谈的'),
    said: longText('谈了什么', 2000, { sees: 'office' }),
    undertaking: longText('村里答应做什么', 500),
    finishBy: day('哪天前做到'),
  }),
  undertakingDone: form({ answer: longText('做了什么，结果怎样', 1000), photos: photos('照片', 9) }),
  undertakingCheck: form({ finding: longText('核对的情况', 500) }),
  watch: form({
    title: text('什么困难', 60, { help: '比如：公开连着三期没有按时，或者两委闹矛盾。' }),
    reason: longText('为什么列入', 500),
    leader: person('责任领导'),
    plan: longText('怎么帮、分几步', 2000),
    notedOn: day('从哪天起', { help: '从这天起，每个月记一次帮扶情况。' }),
    finishBy: day('打算哪天前改好'),
  }),
  watchNote: form({
    notedOn: day('记的是哪天'),
    done: longText('这个月做了什么', 1000),
    left: longText('还差什么', 500),
    photos: photos('照片', 9),
  }),
  watchReview: form({ finding: longText('看到什么', 1000) }),
}
