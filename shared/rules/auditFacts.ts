import { isDay } from '../engine/deadline'
import { type Fact, no } from './fact'

/** What a fact is told of an audit. */
export type AuditFacts = {
  /** whoever is audited holds that post, or held it within the time */
  subjectHasPost?: boolean
}

const told = (world: { facts: Readonly<Record<string, unknown>> }) => world.facts as AuditFacts

/** Nobody audits their own books. */
const notOneself: Fact = ({ form, found, person }) =>
  person.kind === 'person' && person.id === (form.subject ?? found?.fields.subject)
    ? no('审计的是您自己，不能由您来办。请换一个人。', form.subject ? { field: 'subject' } : undefined)
    : {}

const subjectHasPost: Fact = ({ world }) =>
  told(world).subjectHasPost ? {} : no('这个人没有担任所选的职务，请核对人和职务。', { field: 'subject' })

const electionIsSet: Fact = ({ form, world }) => {
  if (form.kind !== 'leaving') return {}
  if (form.electionOn === undefined)
    return no('离任审计要写下一届选举是哪天：结果要在选举以前公布（组织法第四十条）。', { field: 'electionOn' })
  return (form.electionOn as string) <= world.today ? no('选举的日子已经过了，请核对。', { field: 'electionOn' }) : {}
}

/** 组织法第四十条第六项: what more than one fifth of the villagers ask for is audited too. */
const demandedByEnough: Fact = ({ form, world }) => {
  const adults = world.rolls.adults?.eligible ?? 0
  if (form.demand === undefined) return {}
  const needed = Math.ceil(adults / 5)
  return Number(form.demanders ?? 0) < needed
    ? no(`要五分之一以上的村民要求才加审，至少${needed}人，现在是${form.demanders ?? 0}人。`, { field: 'demanders' })
    : {}
}

const coversInOrder: Fact = ({ form }) =>
  (form.coversTo as string) < (form.coversFrom as string)
    ? no('“到哪天”早于“从哪天”，请核对。', { field: 'coversTo' })
    : {}

const problemsHaveStages: Fact = ({ form }) => {
  const many = Array.isArray(form.stages) ? form.stages.length : 0
  if (form.found === 'some' && many === 0) return no('有问题要整改，请写整改什么、哪天改完。', { field: 'stages' })
  return form.found === 'none' && many > 0 ? no('写了整改的事项，请把“有没有问题”改成有。', { field: 'found' }) : {}
}

/** Late is better than never: what is posted after the election day is posted, and says that it came late. */
const beforeElection: Fact = ({ found, world }) => {
  const day = found?.fields.electionOn
  return isDay(day) && world.today >= day
    ? { remarks: [{ remark: 'afterElection', says: '离任审计结果应当在选举以前公布，已经晚了（组织法第四十条）。' }] }
    : {}
}

export const auditFacts = {
  notOneself,
  subjectHasPost,
  electionIsSet,
  demandedByEnough,
  coversInOrder,
  problemsHaveStages,
  beforeElection,
} satisfies Record<string, Fact>
