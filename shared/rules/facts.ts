import type { World } from '../engine/case'
import { addDays, isDay, numberOf } from '../engine/deadline'
import { askingFacts } from './askingFacts'
import { cn, type Fact, no } from './fact'
import { noticeFacts } from './noticeFacts'
import { personalDataFacts } from './personalDataFacts'
import { requestFacts } from './requestFacts'

/** Days on which something is said to have happened. */
const pastDays = { heldOn: '开会日期', noticeOn: '发通知的日期', boardOn: '上墙日期', resultBoardOn: '上墙日期' }

const notInFuture: Fact = ({ form, world }) => {
  const late = Object.entries(pastDays).find(([field]) => isDay(form[field]) && (form[field] as string) > world.today)
  return late ? no(`“${late[1]}”在今天以后，还没有发生。请核对日期。`, { field: late[0] }) : {}
}

/** A meeting can't lie before the one before it. */
const heldInOrder: Fact = ({ form, found }) => {
  const before = found?.fields.heldOn
  return isDay(before) && (form.heldOn as string) < before
    ? no(`上一次会是${cn(before)}开的，这次不能早于那天。请核对开会日期。`, { field: 'heldOn', notBefore: before })
    : {}
}

/** 浙江省实施办法第二十三条: topics and papers reach the representatives three days before. */
const noticeHasRun: Fact = ({ form, world }) => {
  const days = numberOf({ setting: 'noticeDays', atLeast: 1 }, world.settings)
  const first = addDays(form.noticeOn as string, days + 1)
  return (form.heldOn as string) < first
    ? no(`${cn(form.noticeOn as string)}发的通知，要满${days}天才能开会，最早${cn(first)}。请重新通知、改期再开。`, {
        field: 'heldOn',
        notBefore: first,
      })
    : {}
}

const boardAfterMeeting: Fact = ({ form, found }) => {
  const held = found?.fields.heldOn
  return isDay(held) && isDay(form.boardOn) && form.boardOn < held
    ? no(`决议是${cn(held)}作的，上墙不能早于那天。请核对上墙日期。`, { field: 'boardOn', notBefore: held })
    : {}
}

const boardDayNotEarlier: Fact = ({ form, found }) => {
  const field = 'boardOn' in form ? 'boardOn' : 'resultBoardOn'
  const before = found?.fields[field]
  return isDay(before) && (form[field] as string) < before
    ? no(`已经记了${cn(before)}上墙，公示只能延长，不能改早。`, { field, notBefore: before })
    : {}
}

/** A matter is public: its title is written anew, never the villager's own words. */
const titleWhenDecided: Fact = ({ act, form }) =>
  act.outcome === 'decide' && !form.title
    ? no('选“转四议”，要写四议事项的名字，这个名字会公开。', { field: 'title' })
    : {}

const reasonWhenUnsatisfied: Fact = ({ act, form }) =>
  act.outcome === 'unsatisfied' && !form.reason
    ? no('选“不满意”，请写一句哪里没办好，好让村里重办。', { field: 'reason' })
    : {}

const sessionDayCame: Fact = ({ found, world }) =>
  isDay(found?.fields.sessionOn) && found.fields.sessionOn > world.today
    ? no(`说事日是${cn(found.fields.sessionOn)}，到那天才能记。`, { from: found.fields.sessionOn })
    : {}

const groundWhenReturned: Fact = ({ act, form }) =>
  act.outcome === 'returned' && form.ground === undefined
    ? no('退回修改，请选一个原因，好让写的人知道改哪里。', { field: 'ground' })
    : {}

const ownerIsInOffice: Fact = ({ form, world }) =>
  form.owner === undefined ||
  (world.facts.officeHolders as readonly string[] | undefined)?.includes(form.owner as string)
    ? {}
    : no('接手的人要是村两委或镇里的人，请从名单里选。', { field: 'owner' })

/** The same file in another case warns the reader and stops nothing. */
const sameFileElsewhere: Fact = ({ world }) => {
  const seen = (world.facts.filesElsewhere as readonly { file: string; number: string }[] | undefined) ?? []
  return {
    remarks: seen.map((f) => ({ remark: 'sameFileElsewhere', says: `有一张照片在${f.number}里也用过，请核对。` })),
  }
}

export const facts = {
  notInFuture,
  heldInOrder,
  noticeHasRun,
  boardAfterMeeting,
  boardDayNotEarlier,
  titleWhenDecided,
  reasonWhenUnsatisfied,
  sessionDayCame,
  groundWhenReturned,
  ownerIsInOffice,
  sameFileElsewhere,
  ...noticeFacts,
  ...personalDataFacts,
  ...askingFacts,
  ...requestFacts,
} as const satisfies Record<string, Fact>

/** Judges a fact by name; an unknown name is a broken definition, which the workflow test finds. */
export const judgeFact: World['judgeFact'] = (name, about) => (facts as Record<string, Fact>)[name](about)
