import type { Place } from '@shared/engine/case'
import type { GuideView } from '@shared/schemas/views'
import type { Table } from './table'

/** What a villager can get done, with who wrote it last and when (ISO). */
export type Guide = GuideView & { by: string; at: string }
export type GuideChange = { guide: Guide; remove?: boolean }

/** At most so many a place: they are one item. */
export const maxGuides = 60
const tries = 5

/** Guides of a county, a township or a village, one item each. */
export const guideStore = (table: Table) => {
  const own = async (place: string) => {
    const item = await table.get(`guides#${place}`)
    return { version: item?.version ?? 0, guides: item ? (JSON.parse(item.body) as readonly Guide[]) : [] }
  }
  return {
    own: async (place: string) => (await own(place)).guides,
    /** What holds in a village: its own, its township's and its county's; of two with one id the nearer. */
    async of({ county, township, village }: Place): Promise<readonly Guide[]> {
      const near = (await Promise.all([village, township, county].map(own))).flatMap(({ guides }) => guides)
      return near.filter(({ id }, i) => near.findIndex((g) => g.id === id) === i)
    },
    /** Writes or drops one; 'full' when the place has as many as it may. Someone else's change meanwhile is kept. */
    async change(place: string, { guide, remove }: GuideChange): Promise<readonly Guide[] | 'full'> {
      for (let n = 0; n < tries; n++) {
        const { version, guides } = await own(place)
        const at = guides.findIndex(({ id }) => id === guide.id)
        const rest = guides.filter((_, i) => i !== at)
        const next = remove ? rest : at < 0 ? [...guides, guide] : guides.with(at, guide)
        if (next.length > maxGuides) return 'full'
        const item = {
          pk: `guides#${place}`,
          version: version + 1,
          body: JSON.stringify(next),
          sees: 'everyone' as const,
          keys: {},
        }
        if ((await table.put(item, { ifVersion: version })) === 'put') return next
      }
      throw new Error(`guides of ${place} change too often`)
    },
  }
}
