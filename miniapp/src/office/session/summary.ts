import type { SessionRunView } from '@shared/schemas/requestViews'
import { monthDay } from '../../words'

type Heard = SessionRunView['heard'][number]

/** What was decided of a request, in the words of a sentence; the order in which a summary tells them. */
const decided: Readonly<Record<string, string>> = {
  answered: '当场答复',
  handle: '村里去办',
  consult: '要协商',
  decide: '要走四议',
  escalate: '报到片里',
  plan: '暂时办不了、定了日子再说',
  declined: '不归村里办、说明了理由',
}

const ended = ['declined', 'withdrawn', 'merged']

/** How far what was promised is: handled and closed, waiting for a rating, or still in hand. */
const standing = ({ card }: Heard): '办好了' | '等评价' | '了结了' | '还在办' => {
  if (card.step === 'closed') return ended.includes(card.outcome ?? '') ? '了结了' : '办好了'
  return card.step === 'rating' || card.step === 'secondRating' ? '等评价' : '还在办'
}

const counted = (cards: readonly Heard[], wordOf: (one: Heard) => string, order: readonly string[]): string =>
  order
    .map((word) => [word, cards.filter((one) => wordOf(one) === word).length] as const)
    .filter(([, many]) => many > 0)
    .map(([word, many]) => `${word}${many}件`)
    .join('，')

/**
 * A draft of what is published of a session: how many were heard, what was decided of how many, how far the promises of
 * last time are. Counts alone: no title and no name, whoever may see them.
 */
export const summaryOf = ({ session, heard, counts, before, promised }: SessionRunView): string => {
  const kind = { fixed: '说事日', evening: '晚上加开的说事', mobile: '流动说事' }[session.kind]
  const results = counted(heard, ({ decided: by }) => decided[by] ?? '别的', [...Object.values(decided), '别的'])
  const sentences = [
    `${monthDay(session.on)}${kind}，在${session.place}，${counts.heard > 0 ? `听了${counts.heard}件事` : '没有事要听'}${results && `：${results}`}。`,
    promised.length > 0 &&
      `${before ? `${monthDay(before, session.on)}` : '上次'}答应的${promised.length}件：${counted(promised, standing, ['办好了', '等评价', '了结了', '还在办'])}。`,
    counts.agenda > 0 && `还有${counts.agenda}件没有听，放到后面听。`,
  ]
  return sentences.filter(Boolean).join('\n')
}
