import { addDays } from '@shared/engine/deadline'
import type { Aside } from '@shared/engine/workflow'
import { yuan } from '@shared/money'
import { backTo } from '@shared/schemas/matterForms'
import { fieldsOf } from '@shared/schemas/stepForms'
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
    : (words[aside.id]?.(values, told) ?? {})

/** What a choice of a form is called. */
const labelOf = (form: string, field: string, value: unknown): string =>
  fieldsOf(form)
    .find(({ name }) => name === field)
    ?.options?.find((option) => option.value === value)?.label ?? '还没选'

const sum = (amount: unknown) => `${yuan(Number(amount ?? 0))}元`

const wallDay = (): Words => ({
  button: '记下上墙日期',
  hint: '公示天数从较晚的那天重新算，只会变长。',
})

const words: Readonly<Record<string, (values: Values, told: Told) => Words>> = {
  sendBack: ({ to }) => ({
    button: '退回去',
    hint: '退回以后，从那一步起重新走，前面的记录都还在。',
    ask: {
      title: '退回以后，从那一步起重新走',
      lines: [
        `退回到：${backTo.find(({ value }) => value === to)?.label ?? '前面'}。`,
        '那一步以后的会要重新开，重新表决。',
        '为什么退回，大家看得到。',
      ],
      act: '退回去',
    },
  }),
  comment: () => ({ button: '提意见', hint: '大家看得到您的意见，不写您的名字。村里要写明怎么处理的。' }),
  spend: ({ amount, purpose }) => ({
    button: '报这笔账',
    hint: '钱先从决议里扣下，送去审核；没有通过，钱退回来。',
    ask: {
      title: `从决议里扣${sum(amount)}`,
      lines: [`${purpose ?? ''}。`, '会开一件财务审核，从签字到入账一步步走。', '没有通过，钱退回决议。'],
      act: '报这笔账',
    },
  }),
  sealPaper: ({ amount, document, copies }) => ({
    button: '申请用章',
    hint: '合同的钱先从决议里扣下，送去审批；没有盖成，钱退回来。',
    ask: {
      title: `从决议里扣${sum(amount)}`,
      lines: [`${document ?? ''}，${copies ?? 0}份。`, '会开一件用章审核，批了再盖。', '没有盖成，钱退回决议。'],
      act: '申请用章',
    },
  }),
  void: ({ back }) => ({
    button: '作废',
    ask: {
      title: '作废以后，这份文件不能再用',
      lines: [`收回${back ?? 0}份。`, '用章台账上会标明作废，删不掉。'],
      act: '作废',
    },
  }),
  planOnBoard: wallDay,
  onBoard: wallDay,
  resultOnBoard: wallDay,
  opinion: () => ({ button: '记下监督意见', hint: '大家看得到。' }),
  takeOver: () => ({ button: '包下这件事', hint: '从现在起由您负责，办到底，大家看得到。' }),
  nudge: () => ({ button: '发催办', hint: '经办的人会收到，大家看得到催过。不用答复，按时办就行。' }),
  urge: ({ replyBy }) => ({
    button: '发督办单',
    ask: {
      title: '会开一张督办单',
      lines: [
        '编号，记进台账，村里和村民都看得到。',
        `请村里在${dayWords(replyBy)}前答复，您再核对。`,
        '发出去收不回。',
      ],
      act: '发督办单',
    },
  }),
  summon: ({ summoned, meetOn, meetAt, meetPlace }) => ({
    button: '发约谈',
    ask: {
      title: '约谈会记进台账',
      lines: [
        `约谈${labelOf('summons', 'summoned', summoned)}，${dayWords(meetOn)}${meetAt ?? ''}，在${meetPlace ?? '定好的地方'}。`,
        '村里和村民看得到约谈过。为什么、谈了什么，只有村里和镇里看。',
        '谈完要记下村里答应做什么、哪天做到。',
      ],
      act: '发约谈',
    },
  }),
  raiseLevel: ({ to }) => ({
    button: to ? `提级：${labelOf('raiseLevel', 'to', to)}` : '提级',
    ask: {
      title: '提级以后，由上一级接着办',
      lines: [`提到：${labelOf('raiseLevel', 'to', to)}。`, '村里记的都一起交上去，说事人看得到为什么。'],
      act: '提级',
    },
  }),
  inspection: () => ({ button: '记下回头看', hint: '说事人会收到，大家看得到。' }),
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
