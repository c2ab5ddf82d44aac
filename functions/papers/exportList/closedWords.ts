import { workflows } from '@shared/workflows'

/** How it ended, where nobody chose it by a button or the button says something else. */
const ends: Readonly<Record<string, string>> = {
  ...{ accepted: '不受理', undisputed: '不受理', upheld: '不受理', declined: '不受理' },
  ...{ silent: '到期没有评价', served: '公示期满', failed: '没有通过', appraised: '评议过了', agreed: '同意' },
  ...{ withdrawn: '已撤回', merged: '并到一件办', superseded: '已经更正', refused: '没有同意', dropped: '不办了' },
  ...{ stamped: '盖好了', signed: '签好了', booked: '入账了' },
}

/** 督: an answer that was accepted is no refusal. */
const byMark: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  督: { accepted: '办到了，销号', notDone: '没有办到' },
  谈: { kept: '做到了', notKept: '没有做到' },
  帮: { removed: '移出' },
  问: { silent: '已经答复' },
  询: { silent: '已经答复' },
  质: { silent: '已经答复', dropped: '不提了' },
}

const steps = new Map(workflows.flatMap((w) => w.steps.map((s) => [`${w.mark}${s.id}`, s] as const)))
const says = new Map(
  workflows.flatMap((w) =>
    w.steps.flatMap((s) => Object.entries(s.says ?? {}).map(([o, words]) => [`${w.mark}${o}`, words] as const)),
  ),
)
const titles = new Map(workflows.map((w) => [w.mark, w.title]))

/** What kind of case carries this mark. */
export const kindWords = (mark: string): string => titles.get(mark) ?? mark

/** The step that it stands in. */
export const stepWords = (mark: string, step: string): string =>
  step === 'closed' ? '已办结' : (steps.get(`${mark}${step}`)?.title ?? step)

/** How it ended. */
export const outcomeWords = (mark: string, outcome: string | undefined): string =>
  outcome === undefined ? '' : (byMark[mark]?.[outcome] ?? ends[outcome] ?? says.get(`${mark}${outcome}`) ?? '办结')
