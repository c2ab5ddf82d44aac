import type { CaseView, EntryView } from '@shared/schemas/views'
import { monthDay } from '../../words'

/** What an act beside the main path has changed, in one sentence; undefined where the step says it. */
const besides: Readonly<Partial<Record<string, (view: CaseView, today: string) => string | undefined>>> = {
  merge: ({ links }) => links.into && `并到了${links.into.number}，以后看那一件。`,
  extend: ({ dueOn }, today) => dueOn && `现在的期限是${monthDay(dueOn, today)}。`,
  askVillager: ({ resumesOn }, today) =>
    resumesOn && `在等说事人补充。没有等到，${monthDay(resumesOn, today)}起期限接着算。`,
  handOver: ({ offered }) => offered && `等${offered}接手。`,
  accept: () => '现在由您负责。',
}

/** What comes next, or what holds now, after that line was put on record; '' where there is nothing to say. */
export const nextWords = (view: CaseView, entry: EntryView | undefined, today: string): string => {
  if (entry?.aside && entry.effect.to === undefined) return besides[entry.aside]?.(view, today) ?? ''
  if (view.closedOn) return besides[entry?.aside ?? '']?.(view, today) ?? '这件事办结了。'
  if (entry?.effect.to === entry?.step) return '还在这一步，可以接着再记。'
  const now = view.path.find(({ state }) => state === 'now' || state === 'late')
  return now ? `接着：${now.title}。` : ''
}
