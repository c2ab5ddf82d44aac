import type { Case } from '@shared/engine/case'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { VersionsView } from '@shared/schemas/reviewViews'
import { matters } from '@shared/workflows/matter'
import { diffArrays } from 'diff'
import { audiencesAt, type Reader } from '../scope'
import { isStone } from '../store/caseCard'
import { formOfLine, readableValues } from './readable'

type Part = VersionsView['versions'][number]['parts'][number]

/** The texts of a matter's plan in the order in which they were written, each held against the one before; none for other kinds. */
export const versionsView = (workflow: Workflow, found: Case, { person, today }: Reader): VersionsView => {
  if (!matters.some((m) => m.id === workflow.id)) return { versions: [] }
  const audiences = audiencesAt(person, found.place, today)
  const readable = { audiences, stone: isStone(workflow, found) && !audiences.includes('office') }
  const written = found.log.flatMap((e) => {
    const { plan } = e.aside ? {} : readableValues(formOfLine(workflow, e), e.values, readable)
    const step = stepOf(workflow, e.step)?.title ?? `提出：${workflow.title}`
    return typeof plan === 'string' && plan ? [{ no: e.no, on: e.on, step, plan }] : []
  })
  const changed = written.filter(({ plan }, i) => plan !== written[i - 1]?.plan)
  return {
    versions: changed.map(({ no, on, step, plan }, i) => ({
      ...{ no, on, step },
      parts: [...partsOf(changed[i - 1]?.plan ?? plan, plan)],
    })),
  }
}

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const wordsOf = (text: string) => [...words.segment(text)].map(({ segment }) => segment)

/** Plans that have less in common are shown as gone and added whole: word by word nobody could read them. */
const mostEdits = 500

/** What stayed, came and went, word by word: without what went it is the later text, without what came the earlier. */
export const partsOf = (before: string, after: string): readonly Part[] =>
  diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: mostEdits })?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'gone' : 'same',
    text: value.join(''),
  })) ?? [
    { kind: 'gone', text: before },
    { kind: 'added', text: after },
  ]
