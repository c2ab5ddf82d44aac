import { periodName } from '@shared/period'
import type { CardView, DisclosureView } from '@shared/schemas/views'
import type { Missing } from '../urging/words'

/** What a village misses on its boards, of one item or of all, what has been due longest first. */
export const missingIn = (view: DisclosureView, village: string, code?: string): readonly Missing[] =>
  view.items
    .filter((item) => item.off === undefined && (!code || item.code === code))
    .flatMap(({ code: item, periods }) =>
      periods
        .filter(({ state }) => state === 'missing')
        .map(({ period, dueOn }) => ({ missing: { village, item, period }, dueOn })),
    )
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn))
    .map(({ missing }) => missing)

/** 督办单 of a missing item is called after it: 2026年5月 各项收入没有公开. */
const titleOf = (view: DisclosureView, { item, period }: Missing) =>
  `${periodName(period)} ${view.items.find(({ code }) => code === item)?.title ?? ''}没有公开`.slice(0, 60)

/** Which of what is missing the village has a 督办单 for, and which it hasn't. */
export const byOrder = (
  view: DisclosureView,
  missing: readonly Missing[],
  orders: readonly CardView[],
): { ordered: readonly CardView[]; open: readonly Missing[] } => {
  const titles = missing.map((one) => titleOf(view, one))
  return {
    ordered: orders.filter(({ title }) => titles.includes(title)),
    open: missing.filter((_, i) => !orders.some(({ title }) => title === titles[i])),
  }
}
