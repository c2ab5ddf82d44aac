import { addDays, isDay, numberOf } from '../engine/deadline'
import { cn, type Fact, no } from './fact'

/** Local practice: the plan reaches every party member so many days before the meeting. */
const draftHasReached: Fact = ({ form, found, world }) => {
  const before = found?.fields.heldOn
  if (isDay(before) && (form.draftSentOn as string) < before)
    return no(`方案${cn(before)}才商议好，发给党员不能早于那天。请核对日期。`, {
      field: 'draftSentOn',
      notBefore: before,
    })
  const days = numberOf({ setting: 'partyNoticeDays' }, world.settings)
  const first = addDays(form.draftSentOn as string, days)
  return (form.heldOn as string) < first
    ? no(
        `方案${cn(form.draftSentOn as string)}才发给党员，要提前${days}天，最早${cn(first)}开会。请重新发、改期再开。`,
        {
          field: 'heldOn',
          notBefore: first,
        },
      )
    : {}
}

const waits: Readonly<Record<string, { setting: string; atLeast?: number; whom: string }>> = {
  matterOfRepresentatives: { setting: 'noticeDays', atLeast: 1, whom: '代表' },
  matterOfAssembly: { setting: 'assemblyNoticeDays', atLeast: 10, whom: '村民' },
  matterOfMembers: { setting: 'memberNoticeDays', atLeast: 10, whom: '成员' },
  matterOfNonMembers: { setting: 'memberNoticeDays', atLeast: 10, whom: '成员' },
  matterOfGroupMembers: { setting: 'memberNoticeDays', atLeast: 10, whom: '成员' },
  matterOfMemberRepresentatives: { setting: 'memberRepresentativesNoticeDays', atLeast: 1, whom: '成员代表' },
  matterOfGroup: { setting: 'groupNoticeDays', whom: '本组的人' },
}

const noticeOf = (workflow: string | undefined, settings: Readonly<Record<string, unknown>>) => {
  const { setting, atLeast, whom } = waits[workflow ?? ''] ?? waits.matterOfRepresentatives
  return { days: numberOf({ setting, ...(atLeast && { atLeast }) }, settings), whom }
}

/** The first day on which the meeting may be held: the notice has run so many whole days, the day of sending not counted. */
const firstDay = (noticeOn: string, days: number) => addDays(noticeOn, days + 1)

const calledInTime: Fact = ({ form, found, world }) => {
  const { days, whom } = noticeOf(found?.workflow, world.settings)
  const held = found?.fields.heldOn
  if (isDay(held) && (form.noticeOn as string) < held)
    return no(`上一次会${cn(held)}才开，通知不能早于那天。请核对日期。`, { field: 'noticeOn', notBefore: held })
  const first = firstDay(form.noticeOn as string, days)
  if (form.urgent === true)
    return form.urgentWhy
      ? (form.meetOn as string) < (form.noticeOn as string)
        ? no('开会不能早于通知。请核对日期。', { field: 'meetOn' })
        : {}
      : no('特殊情况临时通知，要写是什么情况。', { field: 'urgentWhy' })
  return (form.meetOn as string) < first
    ? no(`要提前${days}天通知${whom}：${cn(form.noticeOn as string)}发的通知，最早${cn(first)}开会。请改开会的日子。`, {
        field: 'meetOn',
        notBefore: first,
      })
    : {}
}

/** 浙江实施办法第二十三条: important matters come with papers and the legal adviser's view; its absence is pointed at. */
const callIsWhole: Fact = ({ form, found }) => {
  const missing = [
    ...(form.noticeFiles === undefined ? ['发给大家的材料'] : []),
    ...(form.noticeProof === undefined ? ['送达的证明'] : []),
    ...(found?.workflow === 'matterOfRepresentatives' && form.counsel === undefined ? ['村法律顾问的意见'] : []),
  ]
  return missing.length ? { remarks: [{ remark: 'callNotWhole', says: `通知里没有${missing.join('、')}。` }] } : {}
}

/** The meeting itself is held to the notice that was recorded before it, whatever day was planned. */
const noticeHasRun: Fact = ({ form, found, world }) => {
  const { noticeOn, urgent } = found?.fields ?? {}
  if (!isDay(noticeOn) || !isDay(form.heldOn)) return {}
  const { days } = noticeOf(found?.workflow, world.settings)
  const first = urgent === true ? noticeOn : firstDay(noticeOn, days)
  return form.heldOn < first
    ? no(`${cn(noticeOn)}发的通知，要满${days}天才能开会，最早${cn(first)}。请重新通知、改期再开。`, {
        field: 'heldOn',
        notBefore: first,
      })
    : {}
}

/** Days before a meeting: what must have reached those who are called, and when. */
export const callFacts = { draftHasReached, calledInTime, callIsWhole, noticeHasRun } satisfies Record<string, Fact>
