import type { Days } from './days'
import type { Told } from './telling'

type Course = {
  village: string
  leader: string
  title: string
  reason: string
  plan: string
  /** the day on which it began, and that by which it should be better */
  since: number
  until: number
  notes: readonly (readonly [day: number, done: string, left: string])[]
}

/** 重点帮扶: which villages the township helps, who answers for it, and what was noted each month. */
const courses: readonly Course[] = [
  {
    ...{ village: 'jiaotou', leader: 'leader', since: -64, until: 55 },
    title: '说事办得慢，公开常常晚',
    reason: '两个月里有多件事过了期限没有办，用章登记连着晚公开，村民到镇里来问。',
    plan: '第一步，镇里派人和文书一起把过期的事一件件理出来；第二步，书记、主任分头包，每周三碰一次；第三步，公开的日子贴在办公室墙上，到日子前三天由片长问一次。',
    notes: [
      [
        -34,
        '到村里开了两次碰头会，过期的事理出清单，分给书记、主任和文书三个人。',
        '老码头一带的几件还没有动，缺施工队。',
      ],
      [-5, '过期的办掉了四件，文书到镇里跟着学了两天公开。', '剩下的要在下个月中前办完，用章登记要补公开。'],
    ],
  },
  {
    ...{ village: 'beiao', leader: 'cluster-hai', since: -58, until: 90 },
    title: '两委人手不足，事情压在文书一个人身上',
    reason: '一名委员外出，路灯、水路的事都压在文书手里，办得慢。',
    plan: '片里先派一名干部每周驻村两天；年底前补选委员；水路的事由片里牵头，和邻村一起定。',
    notes: [
      [-30, '驻村干部到位，先把路灯的事接过去办。', '补选委员的日子还没有定。'],
      [-3, '补选的日子和镇里商量好了，水路的事提到片里办。', '邻村的意见还没有收齐。'],
    ],
  },
]

export const watchedOf = (days: Days): readonly Told[] =>
  courses.map(({ village, leader, title, reason, plan, since, until, notes }) => ({
    ...{ key: `${village}:watch`, village, workflow: 'watch' },
    opens: {
      ...{ day: since, by: 'township', at: '15:00' },
      form: { title, reason, leader, plan, notedOn: days.on(since), finishBy: days.on(until) },
    },
    lines: notes.map(([day, done, left]) => ({
      ...{ day, by: leader, outcome: 'noted', at: '16:45' },
      form: { notedOn: days.on(day), done, left },
    })),
  }))
