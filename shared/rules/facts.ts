import type { World } from '../engine/case'
import { isDay } from '../engine/deadline'
import { askingFacts } from './askingFacts'
import { erasureFacts } from './erasureFacts'
import { cn, type Fact, no } from './fact'
import { feedbackFacts } from './feedbackFacts'
import { matterFacts } from './matterFacts'
import { noticeFacts } from './noticeFacts'
import { oversightFacts } from './oversightFacts'
import { personalDataFacts } from './personalDataFacts'
import { requestFacts } from './requestFacts'
import { reviewFacts } from './reviewFacts'
import { rollFacts } from './rollFacts'

/** Days on which something is said to have happened. */
const pastDays = {
  ...{ heldOn: '开会日期', noticeOn: '发通知的日期', draftSentOn: '发方案的日期' },
  ...{ boardOn: '上墙日期', resultBoardOn: '上墙日期', planBoardOn: '上墙日期', stageBoardOn: '上墙日期' },
  ...{ billOn: '票据日期', paidOn: '付款日期', bookedOn: '记账日期', stampedOn: '盖章日期', voidOn: '作废日期' },
}

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

const boardDayNotEarlier: Fact = ({ form, found }) => {
  const field = ['boardOn', 'planBoardOn', 'resultBoardOn'].find((f) => f in form)!
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

/** A file of a form that another case has too: the very same, or (`similar`) a picture that looks like it. */
export type FileElsewhere = { file: string; number: string; similar?: boolean }

/** The same file in another case, or the same picture saved again, warns the reader and stops nothing. One remark for a case. */
const sameFileElsewhere: Fact = ({ world }) => {
  const seen = (world.facts.filesElsewhere as readonly FileElsewhere[] | undefined) ?? []
  const withIt = (f: FileElsewhere) => seen.filter((g) => g.number === f.number && !g.similar === !f.similar)
  return {
    remarks: seen
      .filter((f) => withIt(f)[0] === f)
      .map((f) => {
        const many = withIt(f).length
        const photos = many > 1 ? `有${many}张照片` : '有一张照片'
        return f.similar
          ? {
              remark: 'samePictureElsewhere',
              says: `${photos}和${f.number}里用过的很像（可能是另存、压缩或裁过的同一张），请核对。`,
            }
          : { remark: 'sameFileElsewhere', says: `${photos}在${f.number}里也用过，请核对。` }
      }),
  }
}

export const facts = {
  notInFuture,
  heldInOrder,
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
  ...matterFacts,
  ...rollFacts,
  ...oversightFacts,
  ...reviewFacts,
  ...erasureFacts,
  ...feedbackFacts,
} as const satisfies Record<string, Fact>

/** Judges a fact by name; an unknown name is a broken definition, which the workflow test finds. */
export const judgeFact: World['judgeFact'] = (name, about) => (facts as Record<string, Fact>)[name](about)
