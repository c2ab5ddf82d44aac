import { daysBetween, isDay } from '@shared/engine/deadline'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { html } from 'hono/html'
import type { Markup } from '../print/frame'
import { dayWords } from '../print/paperWords'
import { type Box, boxesOf, enclosed, formTable } from './boxes'
import { besides, type Hung, hung, walked } from './course'
import { ruleWords } from './meetingPart'
import { listOf, partOf } from './parts'

const whoWhen = ({ who, on }: EntryView) => `${who}，${dayWords(on)}`

/** A step that one person fills in: the fields of its form, who did it when, and what went before. */
export const plainPart = (view: CaseView, workflow: Workflow, id: string, title: string, signs: string): Markup => {
  const step = stepOf(workflow, id)!
  const { stands, before } = walked(view, id)
  const outcomes = Object.values(step.says ?? {})
  const papers = stands && enclosed(step.form, stands.values)
  return partOf(
    title,
    formTable([
      { label: '规定', words: ruleWords(step), wide: true },
      ...boxesOf(step.form, stands?.values),
      ...(papers ? [{ label: '附件', words: papers, wide: true }] : []),
      ...(outcomes.length > 1
        ? [{ label: '结果', words: stands?.says ?? outcomes.map((o) => `□ ${o}`).join('　'), wide: true }]
        : []),
      ...(before.length
        ? [
            {
              label: '以前',
              words: before
                .map((e) => `${whoWhen(e)}：${[e.says, ...reasons(e)].filter(Boolean).join('，')}`)
                .join('\n'),
              wide: true,
            },
          ]
        : []),
      { label: signs, words: stands && whoWhen(stands) },
      { label: '签字' },
    ]),
  )
}

const reasons = ({ values }: EntryView): readonly string[] =>
  [values.opinion, values.reason].filter((v): v is string => typeof v === 'string')

/** 通知: what was sent when, how many days before, and how it is known that it came. */
export const callPart = (view: CaseView, workflow: Workflow, title: string): Markup => {
  const step = stepOf(workflow, 'call')!
  const { stands, before } = walked(view, 'call')
  const { noticeOn, meetOn } = stands?.values ?? {}
  const days = isDay(noticeOn) && isDay(meetOn) ? daysBetween(noticeOn, meetOn) - 1 : undefined
  const many = (field: string) => (stands?.values[field] as readonly unknown[] | undefined)?.length
  return partOf(
    title,
    formTable([
      { label: '规定', words: ruleWords(step), wide: true },
      ...boxesOf(step.form, stands?.values),
      { label: '提前几天', words: days === undefined ? '' : `中间满${days}天` },
      { label: '发给大家的材料', words: stands && (many('noticeFiles') ? `附件${many('noticeFiles')}份` : '没有') },
      {
        label: '怎么证明发到了',
        words: stands && (many('noticeProof') ? `附件${many('noticeProof')}份` : '没有附件'),
        wide: true,
      },
      ...(before.length ? [{ label: '以前通知过', words: before.map(whoWhen).join('\n'), wide: true }] : []),
      { label: '通知人', words: stands && whoWhen(stands) },
      { label: '签字' },
    ]),
  )
}

/** A posting and the display that follows: what was said, since when in the app and on the wall, until when. */
export const postingPart = (
  view: CaseView,
  workflow: Workflow,
  { posting, display, title }: { posting: string; display: string; title: string },
  more: Markup | '' = '',
): Markup => {
  const step = stepOf(workflow, posting)!
  const { stands } = walked(view, posting)
  const photos = stands && enclosed(step.form, stands.values)
  return partOf(
    title,
    html`${formTable([
      { label: '规定', words: ruleWords(stepOf(workflow, display)!), wide: true },
      ...boxesOf(step.form, stands?.values, [stepOf(workflow, display)!.shows!.boardDay]),
      ...displayBoxes(hung(view, workflow, display)),
      ...(photos ? [{ label: '附件', words: photos, wide: true }] : []),
      { label: '公开人', words: stands && whoWhen(stands) },
      { label: '村监委查看签字' },
    ])}${more}`,
  )
}

const displayBoxes = (at: Hung | undefined): readonly Box[] => [
  { label: '手机上公开', words: at && dayWords(at.appOn) },
  { label: '公开栏上墙', words: at?.boardOn && dayWords(at.boardOn) },
  {
    label: '公示到',
    words: at?.untilOn ? `${dayWords(at.untilOn)}（从手机和公开栏较晚贴出的那天算，当天不算）` : '',
    wide: true,
  },
]

/** 方案公示, with what people said of the plan. */
export const consultationPart = (view: CaseView, workflow: Workflow, title: string): Markup => {
  const comments = besides(view, 'comment')
  const isOver = walked(view, 'planDisplay').stands !== undefined
  return postingPart(
    view,
    workflow,
    { posting: 'planPosting', display: 'planDisplay', title },
    html`<h3>征求到的意见${comments.length ? `，共${comments.length}条` : ''}</h3>${listOf(
      ['哪天', '谁', '意见'],
      comments.map((e) => [dayWords(e.on), e.who, String(e.values.comment ?? '')]),
      { empty: isOver ? 0 : 2, says: '没有人提意见。' },
    )}`,
  )
}
