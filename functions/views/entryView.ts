import type { Entry, Tally } from '@shared/engine/case'
import { countOf } from '@shared/engine/count'
import type { ErasedFor } from '@shared/engine/erase'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { EntryView } from '@shared/schemas/views'
import type { Who } from './names'
import { formOfLine, type Readable, readableValues } from './readable'

const byTime: Readonly<Record<string, string>> = {
  served: '公示期满',
  silent: '到期没有评价',
  unanswered: '到期没有说明',
  returned: '到日子了，重新商量',
  passed: '通过',
  failed: '没有通过',
  concluded: '四议办结',
  notPassed: '四议没有通过',
  undisputed: '到期没有说不同意',
}

/** Who made the meeting without coming to it, where anyone did. */
const away = ({ online = 0, proxies = 0 }: Tally): readonly string[] => {
  const says = [online > 0 && `在线${online}人`, proxies > 0 && `委托${proxies}人`].filter((s) => s !== false)
  return says.length ? [`实到里${says.join('、')}`] : []
}

/** Deleted for everyone, which is not the same as withheld from this reader. */
const gone = (no: number, why: ErasedFor): string =>
  why === 'period' ? `第${no}条的内容已过保存期删除` : `第${no}条的内容已按本人要求删除`

/** One line of the log for a reader: values they may not see are withheld, the commitments stay, so it still verifies. */
export const entryView = (
  workflow: Workflow,
  entry: Entry,
  settings: Readonly<Record<string, unknown>>,
  readable: Readable,
  who: Who,
  erasedFor?: ErasedFor,
): EntryView => {
  const step = stepOf(workflow, entry.step)
  const aside = workflow.asides.find((a) => a.id === entry.aside)
  // why it was taken down is what a stone says
  const stone = readable.stone && aside?.does !== 'withdraw'
  const values = readableValues(formOfLine(workflow, entry), entry.values, { ...readable, stone })
  const tally = entry.effect.tally
  const counted = step?.count && tally ? countOf(step.count, tally, settings) : undefined
  return {
    ...{
      v: entry.v,
      no: entry.no,
      at: entry.at,
      on: entry.on,
      by: entry.by,
      step: entry.step,
      outcome: entry.outcome,
      aside: entry.aside,
    },
    who:
      entry.kind === 'clock'
        ? '到期自动'
        : entry.kind === 'child' && entry.step !== 'open'
          ? '关联事项'
          : who(entry.person, entry),
    title: aside?.title ?? step?.title ?? `提出：${workflow.title}`,
    seal: aside ? undefined : step?.seal,
    says: entry.outcome && (step?.says?.[entry.outcome] ?? byTime[entry.outcome]),
    ...(erasedFor && { erased: gone(entry.no, erasedFor) }),
    form: entry.form,
    values,
    salts: Object.fromEntries(Object.entries(entry.salts).filter(([field]) => field in values)),
    effect: entry.effect,
    counted: counted && [counted.quorum.says, ...(tally ? away(tally) : []), counted.votes.says, counted.pass.says],
    remarks: readable.audiences.includes('office') ? [...entry.remarks] : [],
    prev: entry.prev,
    hash: entry.hash,
  }
}
