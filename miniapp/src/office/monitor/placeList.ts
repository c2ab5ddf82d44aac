import type { PersonView } from '@shared/schemas/views'
import type { IconName } from '../../components/Icon'
import { routes } from '../../routes'

const places = {
  monitor: { words: '监测', icon: 'grid', to: routes.monitor },
  orders: { words: '督办单', icon: 'flag', to: routes.orders, says: '发出去的督办单和约谈，答复了没有' },
  desk: { words: '待办', icon: 'list', to: routes.desk },
  matrix: { words: '公开检查', icon: 'checkc', to: routes.matrix, says: '每个村该公开的公开了没有' },
  audits: { words: '审计', icon: 'search', to: routes.audits },
  sample: { words: '回头看', icon: 'eye', to: routes.sample, says: '办结的说事抽几件，再去看一遍' },
  watch: { words: '重点帮扶', icon: 'hands', to: routes.watch },
  reports: { words: '报表', icon: 'file', to: routes.reports, says: '月报告和季调度，打印或者做成表格' },
  county: { words: '全县', icon: 'house', to: routes.county },
  holidays: { words: '放假安排', icon: 'cal', to: routes.holidays },
  catalogue: { words: '公开目录', icon: 'edit', to: routes.catalogue },
  settings: { words: '规则和期限', icon: 'clock', to: routes.settings },
  staff: { words: '职务', icon: 'users', to: routes.staff, says: '村里谁任什么职，任命、免职、发邀请码' },
  boards: { words: '公开栏', icon: 'board', to: routes.boards },
  me: { words: '我的', icon: 'me', to: routes.me },
} as const satisfies Record<string, { words: string; icon: IconName; to: () => string; says?: string }>

export type PlaceName = keyof typeof places

const ofCounty: readonly PlaceName[] = ['county', 'holidays']

/** Where someone of a township or the county goes, in the order of a day's work; `says` is what is found there. */
export const placesOf = (
  person: Pick<PersonView, 'posts'>,
): readonly { id: PlaceName; words: string; icon: IconName; to: (township?: string) => string; says?: string }[] => {
  const isOfCounty = person.posts.some(({ role }) => role === 'county')
  return (Object.keys(places) as PlaceName[])
    .filter((id) => isOfCounty || !ofCounty.includes(id))
    .map((id) => ({ id, ...places[id] }))
}
