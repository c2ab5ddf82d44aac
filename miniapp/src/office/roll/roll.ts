import type { Answer } from '@shared/contract'

/** Somebody who is called to a meeting. */
export type Called = Answer<'rollCall'>['called'][number]

/** How somebody came: signed on the spot, by their code, on the paper roll, through a phone, by someone of their household. */
export type How = 'signed' | 'code' | 'paper' | 'online' | 'proxy'

/** Somebody who came, as a row of the list of kind `roll`; `by` is who came for them. */
export type Tick = { no: string; how: How; by?: string; recused?: 'yes'; why?: string }
export type Ticks = readonly Tick[]

/** What came of a press: the roll as it is then, and what has to be said; where nothing changed, why not. */
export type Ticked = { ticks: Ticks; says?: string; went: boolean }

type Named = (no: string) => string

const stays = (ticks: Ticks, says: string): Ticked => ({ ticks, says, went: false })
const changed = (ticks: Ticks, says?: string): Ticked => ({ ticks, went: true, ...(says && { says }) })

export const tickOf = (ticks: Ticks, no: string): Tick | undefined => ticks.find((t) => t.no === no)

const cameFor = (ticks: Ticks, no: string): readonly Tick[] => ticks.filter((t) => t.how === 'proxy' && t.by === no)

/** Somebody came. Ticked again they count once, and that is said. */
export const tick = (ticks: Ticks, no: string, how: Exclude<How, 'proxy'>, named: Named): Ticked =>
  tickOf(ticks, no)
    ? stays(ticks, `${named(no)}已经签到了，一个人只算一次。`)
    : changed([...ticks, { no, how }], `${named(no)}签到了。`)

/** Somebody didn't come after all; not whoever came for others too. */
export const untick = (ticks: Ticks, no: string, named: Named): Ticked => {
  const [other] = cameFor(ticks, no)
  return other
    ? stays(ticks, `${named(other.no)}委托了${named(no)}。请先去掉这份委托，再去掉${named(no)}。`)
    : changed(ticks.filter((t) => t.no !== no))
}

/** What a tick stands for: signing on the spot, or a name on the paper roll. */
export type Way = 'signed' | 'paper'

/** A press on a row: came, or didn't after all. Whoever keeps out of the vote isn't lost by a slip of the finger. */
export const toggle = (ticks: Ticks, no: string, named: Named, way: Way = 'signed'): Ticked => {
  const there = tickOf(ticks, no)
  if (there?.recused) return stays(ticks, `${named(no)}记了回避。没有到会的话，请点右边三个点，选“没有到”。`)
  return there ? untick(ticks, no, named) : tick(ticks, no, way, named)
}

/** How somebody came is another; nothing else of theirs changes. */
export const came = (ticks: Ticks, no: string, how: Exclude<How, 'proxy'>): Ticked => {
  const { by: _, ...there } = tickOf(ticks, no) ?? { no }
  return changed(put(ticks, { ...there, how }))
}

/** Who may come for somebody: whoever of the same household is there in person, or online, themselves. */
export const proxiesFor = (ticks: Ticks, called: readonly Called[], no: string): readonly Called[] => {
  const household = called.find((c) => c.no === no)?.household
  const here = new Set(ticks.filter((t) => t.how !== 'proxy').map((t) => t.no))
  return called.filter((c) => c.household === household && c.no !== no && here.has(c.no))
}

/** Somebody of the same household votes for them, in writing. Whoever came for others can't hand on. */
export const entrust = (
  ticks: Ticks,
  called: readonly Called[],
  { no, by }: { no: string; by: string },
  named: Named,
): Ticked => {
  const [other] = cameFor(ticks, no)
  if (other) return stays(ticks, `${named(other.no)}委托了${named(no)}，${named(no)}要自己到会，不能再委托别人。`)
  if (!proxiesFor(ticks, called, no).some((c) => c.no === by))
    return stays(ticks, `${named(no)}只能委托同一户、自己到会的人。请先给受托人签到。`)
  const { by: _, ...there } = tickOf(ticks, no) ?? { no }
  return changed(put(ticks, { ...there, how: 'proxy', by }))
}

/** 回避: they stay among those who came and don't vote; `why` is asked for. Undefined: they vote after all. */
export const recuse = (ticks: Ticks, no: string, why: string | undefined): Ticked => {
  const there = tickOf(ticks, no)
  if (!there) return stays(ticks, '没有到会的人不用记回避。')
  const { recused: _, why: __, ...votes } = there
  return changed(put(ticks, why === undefined ? votes : { ...votes, recused: 'yes', ...(why && { why }) }))
}

const put = (ticks: Ticks, row: Tick): Ticks =>
  tickOf(ticks, row.no) ? ticks.map((t) => (t.no === row.no ? row : t)) : [...ticks, row]

/** What is filled in from the roll. */
export type Figures = { present: number; householdsPresent: number; online: number; proxies: number; notVoting: number }
export const figureNames: readonly string[] = ['present', 'householdsPresent', 'online', 'proxies', 'notVoting']

export const figuresOf = (ticks: Ticks, called: readonly Called[]): Figures => {
  const homes = new Map(called.map((c) => [c.no, c.household]))
  const many = (is: (t: Tick) => boolean) => ticks.filter(is).length
  return {
    present: ticks.length,
    householdsPresent: new Set(ticks.map((t) => homes.get(t.no))).size,
    online: many((t) => t.how === 'online'),
    proxies: many((t) => t.how === 'proxy'),
    notVoting: many((t) => t.recused === 'yes'),
  }
}

/** Why those who don't vote don't, each reason once and nobody's name, as long as the form takes. */
export const whyRecused = (ticks: Ticks): string =>
  [...new Set(ticks.flatMap((t) => (t.recused && t.why?.trim()) || []))].join('；').slice(0, 100)

/** Ticked, and not called on the day of the meeting: the day is another one since. */
export const strangers = (ticks: Ticks, called: readonly Called[]): readonly string[] => {
  const known = new Set(called.map((c) => c.no))
  return ticks.map((t) => t.no).filter((no) => !known.has(no))
}

/** The first of those who don't vote without a reason. */
export const lacksReason = (ticks: Ticks): string | undefined => ticks.find((t) => t.recused && !t.why?.trim())?.no

/** What is still wrong with a roll, in words for the form. */
export const rollFault = (ticks: Ticks): string | undefined => {
  const many = ticks.filter((t) => t.recused && !t.why?.trim()).length
  return many > 0 ? `有${many}人回避，还没写原因。请打开签到册补上。` : undefined
}

/** How somebody came, on a chip. */
export const howWords: Readonly<Record<How, string>> = {
  signed: '到场签名',
  code: '扫码',
  paper: '纸质签到册',
  online: '在线',
  proxy: '委托',
}
