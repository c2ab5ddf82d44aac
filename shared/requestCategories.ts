/** What requests are about, and ready-made beginnings of an answer: the defaults, which a county may replace by its own. */

export type Category = { value: string; label: string }
/** A beginning of an answer; what stands in 【】 has to be filled in before it can be sent. */
export type Template = { category: string; text: string }
export type RequestWords = { categories: readonly Category[]; templates: readonly Template[] }

export const requestCategories = [
  { value: 'road', label: '村道交通' },
  { value: 'utilities', label: '水电路灯' },
  { value: 'environment', label: '环境卫生' },
  { value: 'housing', label: '房屋宅地' },
  { value: 'dispute', label: '邻里纠纷' },
  { value: 'relief', label: '低保救助' },
  { value: 'assets', label: '集体钱物' },
  { value: 'other', label: '别的事' },
] as const satisfies readonly Category[]

const templates: readonly Template[] = [
  { category: 'road', text: '【哪天】去现场看过，【哪一段】【什么情况】。已经【怎么处理】，【哪天】完工。' },
  { category: 'utilities', text: '【哪天】检查过，是【什么原因】。已经【修好或者换了什么】，现在【什么样】。' },
  { category: 'environment', text: '【哪天】去看过，已经【怎么清理】。以后由【谁】每【多久】清一次。' },
  {
    category: 'housing',
    text: '您说的【什么事】，要带【哪些材料】到【哪里】办，一般【几天】办好。【谁】可以帮您代办。',
  },
  { category: 'dispute', text: '【哪天】请两家坐下来谈过，商量的结果是【什么】。【谁】负责看着落实。' },
  {
    category: 'relief',
    text: '您家的情况【谁】去看过。按规定【能不能办、为什么】。下一步【做什么】，【哪天】给您回话。',
  },
  { category: 'assets', text: '您问的【哪一笔】，是【什么钱】，【谁】经手，凭证在【哪里】可以看。' },
  { category: 'other', text: '您说的【什么事】，我们【做了什么】，结果是【什么】。' },
]

export const requestWords: RequestWords = { categories: requestCategories, templates }

/** What is still to be filled in, with its brackets. */
export const gapsIn = (text: string): readonly string[] => text.match(/【[^【】]*】/g) ?? []
