import type { Stage } from './requestPlan'
import { indoors } from './words/indoors'
import { outdoors } from './words/outdoors'
import type { Said } from './words/said'

const all = [...outdoors, ...indoors]
const quarrels = ['boundary', 'noise', 'path', 'water', 'chickens', 'oldHouse', 'shed', 'drip', 'pigsty']
const notOurs = ['debt', 'parting', 'wages']
const works = ['ramp', 'ditch', 'bump', 'rubble', 'tap', 'parking']
const later = ['court', 'newLamps', 'pond', 'toilet']
const beyond = ['shelter', 'bus', 'signal', 'rubble', 'wires', 'meter', 'medicine']
/** What fits some steps better than others. */
const fitting: Readonly<Partial<Record<string, readonly string[]>>> = {
  ...{ consultationNotice: quarrels, consultation: quarrels, agreed: quarrels },
  ...{ declined: notOurs, declinedReview: notOurs, undisputed: notOurs, upheld: notOurs },
  ...{ clusterHandling: beyond, townshipHandling: beyond, countyHandling: ['signal', 'bus', 'shelter'] },
  urgentHearing: ['pump', 'leak', 'guardrail', 'wasps', 'bridge', 'ferry'],
  ...{ planned: later, returned: later },
  ...{ extended: works, paused: works },
}
const kept = new Set([...quarrels, ...notOurs, ...fitting.urgentHearing!, 'lamps'])
const plain = all.filter((s) => !kept.has(s.key)).map((s) => s.key)

/** Deals the texts of a village, each at most once, in another order in every village. */
export const dealer = (village: string, nth: number) => {
  // the lamps and a mirror are told one by one in 东溪村
  const used = new Set(village === 'dongxi' ? ['mirror'] : [])
  const turned = (keys: readonly string[], by: number) => keys.map((_, i) => keys[(by + i * 5) % keys.length])
  return ([at, , extra]: Stage): Said => {
    const wanted = [...turned(fitting[extra ?? at] ?? fitting[at] ?? [], nth * 2), ...turned(plain, nth * 11)]
    const key = wanted.find((k) => !used.has(k))!
    used.add(key)
    return all.find((s) => s.key === key)!
  }
}
