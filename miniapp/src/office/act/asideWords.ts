import { addDays } from '@shared/engine/deadline'
import type { Aside } from '@shared/engine/workflow'
import { yuan } from '@shared/money'
import { daysOf, dayWords, handedOver, type Told } from './outcomeLines'

type Values = Readonly<Record<string, unknown>>

/** What is asked once more before it is done. */
export type Ask = { title: string; lines: readonly string[]; act: string }
type Words = { button?: string; hint?: string; ask?: Ask }

/** What an act beside the main path says of itself; nothing where “记下…” says it all. */
export const ofAsideAlone = (aside: Aside, values: Values, told: Told): Words =>
  aside.does === 'withdraw'
    ? {
        button: aside.title,
        ask: { title: `${aside.title}以后，这件事就结束了`, lines: ['记录还在，大家看得到为什么。'], act: aside.title },
      }
    : (words[aside.id]?.(values, told) ?? (aside.does === 'draw' ? drawn(values) : {}))

const drawn = ({ amount, purpose }: Values): Words => ({
  button: '记下这笔钱',
  ask: {
    title: '记下以后不能改',
    lines: [`用${yuan(Number(amount ?? 0))}元，${purpose ?? ''}。`, '会从决议定下的钱里扣。'],
    act: '记下',
  },
})

const words: Readonly<Record<string, (values: Values, told: Told) => Words>> = {
  urge: ({ replyBy }) => ({
    button: '发督办',
    ask: {
      title: '督办会记进台账',
      lines: ['村里和村民都看得到。', `请村里在${dayWords(replyBy)}前答复。`],
      act: '发督办',
    },
  }),
  handOver: (_, { named, keeper }) => ({
    button: named ? `交给${named}` : '交给别人办',
    ...(named && { hint: `交给${named}，${handedOver(keeper)}` }),
  }),
  accept: (_, { dueOn }) => ({
    button: '接手',
    hint: `接手以后由您负责${dueOn ? `，还是${dayWords(dueOn)}前办好` : ''}。`,
  }),
  decline: () => ({ button: '不接', hint: '您不接，还由原来的人负责。原因他看得到。' }),
  extend: ({ days }, { dueOn }) => ({
    button: typeof days === 'number' && days > 0 ? `延${days}天` : '延期',
    hint: extended(days, dueOn),
  }),
  askVillager: (_, { settings }) => ({
    button: '请说事人补充',
    hint: `等说事人补充，${settings ? `最多等${daysOf('supplementDays', settings)}，` : ''}这几天不算期限。`,
  }),
  supplement: () => ({ button: '发给村里', hint: '村里收到以后接着办，期限接着算。' }),
  merge: (_, { into }) =>
    into
      ? {
          button: '并过去',
          hint: `并到${into.number}，这一件不再单独办，说事人看得到。`,
          ask: {
            title: '并过去以后，这一件就不再单独办了',
            lines: [`并到${into.number}：${into.title}。`, '说事人看得到并到了哪一件、为什么，进展以后看那一件。'],
            act: '并过去',
          },
        }
      : { button: '并过去' },
}

const extended = (days: unknown, dueOn: string | undefined): string =>
  typeof days === 'number' && days > 0 && dueOn
    ? `延到${dayWords(addDays(dueOn, days))}（原来${dayWords(dueOn)}），会告诉说事人。遇到法定节假日往后顺。`
    : '只能延一次，会告诉说事人。'
