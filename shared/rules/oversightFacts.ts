import { isDay } from '../engine/deadline'
import { type Fact, no } from './fact'

const ahead =
  (field: string, says: string): Fact =>
  ({ form, world }) =>
    isDay(form[field]) && form[field] < world.today ? no(says, { field }) : {}

const levels = ['handling', 'secondHandling', 'clusterHandling', 'townshipHandling', 'countyHandling']
const levelOf = (step: unknown) => Math.max(levels.indexOf(String(step)), 1)

const toAHigherLevel: Fact = ({ found, form }) =>
  levelOf(form.to) > levelOf(found?.step)
    ? {}
    : no('提级只能往上提，这件事已经在这一级办了。请选更高的一级。', { field: 'to' })

const replyAgainNamed: Fact = ({ act, form, world }) => {
  if (act.outcome !== 'sentBack') return {}
  return isDay(form.replyAgainBy) && form.replyAgainBy >= world.today
    ? {}
    : no('退回的，要写哪天前再答复，从今天起算。', { field: 'replyAgainBy' })
}

const leaderIsInOffice: Fact = ({ form, world }) =>
  (world.facts.leaders as readonly string[] | undefined)?.includes(form.leader as string)
    ? {}
    : no('责任领导要是镇里、片里或村里任职的人，请从名单里选。', { field: 'leader' })

/** 督办, 约谈, 提级, 重点帮扶. */
export const oversightFacts = {
  replyIsAhead: ahead('replyBy', '“哪天前答复”已经过去了，请选今天或以后的日子。'),
  meetingIsAhead: ahead('meetOn', '约谈的日子已经过去了，请选今天或以后的日子。'),
  toAHigherLevel,
  replyAgainNamed,
  leaderIsInOffice,
} satisfies Record<string, Fact>
