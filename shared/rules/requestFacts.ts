import { addDays, isDay, numberOf } from '../engine/deadline'
import { gapsIn, requestCategories } from '../requestCategories'
import { cn, type Fact, no } from './fact'
import { personalDataFacts } from './personalDataFacts'

/** What a fact is told of requests; each is gathered by the fact's name. */
export type RequestFacts = {
  categories?: readonly string[]
  raisedToday?: number
  /** what the check of contents says of the words: what may not be shown */
  unfit?: boolean
  into?: { found: boolean; closed: boolean; later: boolean; itself: boolean; hidden: boolean; number: string }
  /** names that may not stand in what is published */
  raisers?: readonly string[]
  templates?: readonly string[]
  /** what was promised at the session before, and what still waits to be heard at this one */
  promised?: number
  unheard?: number
}

const told = (world: { facts: Readonly<Record<string, unknown>> }) => world.facts as RequestFacts
/** Those who enter for others: they aren't counted. */
export const holdsOffice = (roles: readonly string[]) =>
  roles.some((r) => ['clerk', 'secretary', 'director', 'committee'].includes(r))

const categoryIsListed: Fact = ({ form, world }) =>
  (told(world).categories ?? requestCategories.map((c): string => c.value)).includes(form.category as string)
    ? {}
    : no('“属于哪一类”里没有这一类，请重新选一项。', { field: 'category' })

/** Whoever speaks for another shows that they agreed: a voice or a photo. Only office-holders do, so that someone answers for it. */
const spokenForWithProof: Fact = ({ form, person }) => {
  if (form.onBehalf === undefined)
    return form.consent || form.onBehalfPhone ? no('请写清楚是替谁说的。', { field: 'onBehalf' }) : {}
  if (!holdsOffice(person.roles))
    return no('替别人说事，由村干部登记。请打村里的电话，或者让他自己说。', { field: 'onBehalf' })
  return (form.consent as readonly string[] | undefined)?.length
    ? {}
    : no('替人说事，要录一段他同意的话，或者拍一张照片。', { field: 'consent' })
}

/** A setting: so that nobody drowns out the others. Whoever enters for others isn't counted. */
const underDailyLimit: Fact = ({ person, form, world }) => {
  const most = numberOf({ setting: 'requestsPerDay', atLeast: 1 }, world.settings)
  return form.onBehalf === undefined && !holdsOffice(person.roles) && (told(world).raisedToday ?? 0) >= most
    ? no(`今天已经说了${most}件，明天再说。急事请打村里的电话。您写的还在手机里。`, { most })
    : {}
}

const wordsAreFit: Fact = ({ world }) =>
  told(world).unfit
    ? no(
        '这段话里有不能发出去的内容，请改一改再发。要紧的事可以打村里的电话，或者到说事日当面说。觉得拦错了，可以在“投诉建议”里申诉。',
        { field: 'text', appeal: true },
      )
    : {}

const heardSinceRaised: Fact = ({ form, found }) =>
  isDay(form.heldOn) && found && form.heldOn < found.openedOn
    ? no(`这件事是${cn(found.openedOn)}提的，商量不能早于那天。请核对日期。`, { field: 'heldOn' })
    : {}

type Stage = { on: string; does: string }

/** What can't be done now is put off to a day and in steps: it can't be parked for ever. */
const planHasStages: Fact = ({ act, form, world }) => {
  if (act.outcome !== 'plan') return {}
  const stages = (form.stages as readonly Stage[] | undefined) ?? []
  if (stages.length === 0) return no('选“暂不能解决”，要写明分几步、哪天做到哪一步。', { field: 'stages' })
  const order = stages.every((s, i) => s.on > (stages[i - 1]?.on ?? world.today))
  if (!order) return no('每一步的日子要在今天以后，一步比一步晚。', { field: 'stages' })
  const { returnsOn } = form
  if (!isDay(returnsOn) || returnsOn <= world.today)
    return no('要写明哪天再拿出来说，日子要在今天以后。', { field: 'returnsOn' })
  const last = addDays(world.today, numberOf({ setting: 'planDays', atLeast: 1 }, world.settings))
  if (returnsOn > last)
    return no(`最迟${cn(last)}要再拿出来说一次，请改早一点。`, { field: 'returnsOn', notAfter: last })
  return returnsOn > stages.at(-1)!.on
    ? no('再拿出来说的日子，不能晚于最后一步的日子。', { field: 'returnsOn', notAfter: stages.at(-1)!.on })
    : {}
}

/** What goes back to the village goes to somebody there by name; else it would stay with whoever sent it. */
const ownerWhenSentBack: Fact = ({ act, form }) =>
  act.outcome === 'sentBack' && form.owner === undefined ? no('交回村里，要选交给村里谁办。', { field: 'owner' }) : {}

const groundWhenDeclined: Fact = ({ act, form }) =>
  act.outcome === 'declined' && form.ground === undefined
    ? no('选“不予受理”，要选一个理由，说事人看得到，可以请镇里看。', { field: 'ground' })
    : {}

const reasonWhenObjected: Fact = ({ act, form }) =>
  act.outcome === 'objected' && form.reason === undefined
    ? no('不同意不受理，请写一句为什么，好让镇里看。', { field: 'reason' })
    : {}

const handlingSteps = ['hearing', 'urgentHearing', 'handling', 'secondHandling', 'answering', 'consultation']

/** The one who raised it rates it. For an elder who was spoken for, an office-holder carries it over who didn't handle it. */
const speaksOrCarries: Fact = ({ found, person }) => {
  const carried = found?.fields.onBehalf !== undefined
  if (!carried) return found?.opener === person.id ? {} : no('只有说事人自己能评价。')
  const handled =
    found.owner === person.id ||
    found.log.some((e) => e.person === person.id && !e.aside && handlingSteps.includes(e.step))
  return handled ? no('您办过这件事，不能替老人评价。请没有办过的村干部去问、去记。') : {}
}

const carriedWithProof: Fact = ({ found, form }) =>
  found?.fields.onBehalf !== undefined && !(form.proof as readonly string[] | undefined)?.length
    ? no('替老人评价，要录一段他自己说的话，或者拍一张照片。', { field: 'proof' })
    : {}

const notToOneself: Fact = ({ form, found }) =>
  form.owner === found?.owner ? no('这件事已经是他在负责，请选别人。', { field: 'owner' }) : {}

/** Into the one that was raised before: so two can't vanish into each other. */
const mergesIntoEarlier: Fact = ({ world }) => {
  const { into } = told(world)
  const at = { field: 'into' }
  if (!into?.found) return no('没有找到要并到的那一件，请从名单里选。', at)
  if (into.itself) return no('不能并到它自己，请选另一件。', at)
  if (into.closed) return no(`${into.number}已经办结，不能再并进去。请选还没办完的，或者分开办。`, at)
  if (into.later) return no(`${into.number}是后提的。请打开那一件，把它并到这一件。`, at)
  return into.hidden ? no(`${into.number}只给村干部看，说这件事的人看不到。请把那一件另外办，或者分开办。`, at) : {}
}

const consultationInTime: Fact = ({ form, world }) => {
  const days = (setting: string) => numberOf({ setting, atLeast: 1 }, world.settings)
  const [ahead, within] = [days('consultationNoticeDays'), days('consultationDays')]
  const meetOn = form.meetOn as string
  const first = addDays(world.today, ahead + 1)
  if (meetOn < first) return no(`协商要提前${ahead}天通知，最早${cn(first)}开。请改一天。`, { field: 'meetOn' })
  return meetOn > addDays(world.today, within)
    ? no(`定了协商，${within}天以内要开。请改早一点。`, { field: 'meetOn' })
    : {}
}

const notBeforeItsDay: Fact = ({ form, found }) => {
  const meetOn = found?.fields.meetOn
  return isDay(meetOn) && (form.heldOn as string) < meetOn
    ? no(`通知的是${cn(meetOn)}协商，不能早于那天。请核对日期。`, { field: 'heldOn' })
    : {}
}

const published = ['subject', 'result', 'summary'] as const

/** What is published of a consultation or a session never says who had raised it. */
const namesNobody: Fact = ({ form, world }) => {
  const names = told(world).raisers ?? []
  for (const field of published)
    if (names.some((name) => String(form[field] ?? '').includes(name)))
      return no('里面有说事人的名字。公开的不能写是谁提的，请改成“有村民”。', { field })
  return {}
}

/** A ready-made beginning is a beginning: what goes out says what was done here. */
const ownWordsEdited: Fact = ({ form, world }) => {
  for (const field of ['result', 'answer', 'decision']) {
    const said = String(form[field] ?? '').trim()
    const [gap] = gapsIn(said)
    if (gap) return no(`“${gap}”还没有填。请把括号里的换成实际情况，再发给说事人。`, { field })
    if (said && told(world).templates?.includes(said)) return no('这是现成的话，请写清楚这件事是怎么办的。', { field })
  }
  return {}
}

/** Words that the village will see are looked through; what only the office sees may name things by their names. */
const publicWordsNoted: Fact = (about) => (about.found?.sees === 'office' ? {} : personalDataFacts.ownWordsNoted(about))

const countsWhoCame: Fact = ({ act, form }) => {
  const named = (form.came as readonly string[] | undefined)?.length ?? 0
  const attended = form.attended as number
  if (act.outcome === 'nobodyCame' && (attended > 0 || named > 0))
    return no('记的是没有人来，到场人数要填0，也不写名字。', { field: 'attended' })
  if (act.outcome === 'held' && attended === 0) return no('没有人来，请选“没有人来”。', { field: 'attended' })
  return named > attended ? no(`写了${named}个名字，到场人数不能少于${named}。`, { field: 'attended' }) : {}
}

const readBackFirst: Fact = ({ act, form, world }) => {
  const promised = told(world).promised ?? 0
  return act.outcome === 'held' && promised > 0 && form.readBack === undefined
    ? no(`上次答应了${promised}件，请先把这次怎么回的记下来。`, { field: 'readBack' })
    : {}
}

/** What wasn't heard isn't forgotten: it is late from tomorrow on, and whoever writes the record is told so. */
const agendaHeard: Fact = ({ act, world }) => {
  const unheard = told(world).unheard ?? 0
  return act.outcome === 'held' && unheard > 0
    ? { remarks: [{ remark: 'unheard', says: `还有${unheard}件没有商量，从明天起算逾期。` }] }
    : {}
}

export const requestFacts = {
  categoryIsListed,
  spokenForWithProof,
  underDailyLimit,
  wordsAreFit,
  heardSinceRaised,
  planHasStages,
  ownerWhenSentBack,
  groundWhenDeclined,
  reasonWhenObjected,
  speaksOrCarries,
  carriedWithProof,
  notToOneself,
  mergesIntoEarlier,
  consultationInTime,
  notBeforeItsDay,
  namesNobody,
  ownWordsEdited,
  publicWordsNoted,
  countsWhoCame,
  readBackFirst,
  agendaHeard,
} as const satisfies Record<string, Fact>
