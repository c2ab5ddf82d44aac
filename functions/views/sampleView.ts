import { sha256Hex } from '@shared/engine/chain'
import { cn } from '@shared/rules/fact'
import type { TownshipPlace } from '@shared/schemas/person'
import type { SampleView } from '@shared/schemas/requestViews'
import type { CardView } from '@shared/schemas/views'
import { may, type Reader } from '../scope'
import { cardOf } from '../store/caseCard'
import type { Sample } from '../store/sampleStore'
import type { House } from '../stores'

/** Answered and rated, or left unrated: what may have been handled otherwise than the log says. */
const drawnFrom: readonly string[] = ['satisfied', 'basically', 'silent', 'unsatisfied']

/** The ids of a township's requests that were closed in a month and can be drawn. */
export const drawable = async (
  house: House,
  { villages }: TownshipPlace,
  month: string,
): Promise<readonly string[]> => {
  const rows = (await Promise.all(villages.map((v) => house.stores.cases.closedIn(v.id, month)))).flat()
  return rows
    .filter(
      ({ sort, card }) => sort.endsWith('#说') && drawnFrom.includes((JSON.parse(card!) as CardView).outcome ?? ''),
    )
    .map(({ pk }) => pk)
}

/** The first of the ids by what SHA-256 makes of seed and id: with the seed anyone gets the same. */
export const drawn = (seed: string, ids: readonly string[], many: number): readonly string[] =>
  ids
    .map((id) => ({ id, by: sha256Hex(seed + id) }))
    .sort((a, b) => (a.by < b.by ? -1 : 1))
    .slice(0, many)
    .map(({ id }) => id)

const howOf = ({ seed, of, cases }: Sample) =>
  `从${of}件办结的说事里抽${cases.length}件。系统先出一个随机的种子${seed}，再把种子接上每件事的编码（网址里c开头的那一串），算SHA-256，按结果从小到大排，取前${cases.length}件。种子抽完就不变，谁都可以照着再算一遍，结果一样。`

/** The draw of a month as this reader may see it: of what they may not see there is no card. */
export const sampleView = async (
  house: House,
  township: TownshipPlace,
  month: string,
  reader: Reader,
): Promise<SampleView> => {
  const [sample, ids] = await Promise.all([
    house.stores.samples.of(township.id, month),
    drawable(house, township, month),
  ])
  if (!sample) return { month, drawn: null, closed: ids.length }
  const stored = await Promise.all(sample.cases.map((id) => house.stores.cases.get(id)))
  const { on, who, seed, of } = sample
  return {
    ...{ month, closed: ids.length },
    drawn: {
      ...{ on, who, seed, of, how: howOf(sample) },
      cards: stored
        .filter((s) => s !== undefined)
        .filter((s) => may(reader.person, 'seeCase', s, reader.today))
        .map(({ workflow, found }) => ({
          card: JSON.parse(cardOf(workflow, found)) as CardView,
          village: township.villages.find((v) => v.id === found.place.village)?.name ?? '',
          inspected: found.log.some((e) => e.aside === 'inspection'),
        })),
    },
  }
}

/** Why a month can't be drawn again, in words. */
export const drawnBefore = ({ on, who }: Sample): string =>
  `这个月已经抽过了：${cn(on)}，${who}。一个月只抽一次，请看抽到的那几件。`
