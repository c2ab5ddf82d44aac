import type { Deps } from '../deps'
import { storesOf } from '../stores'
import { demoSettings } from './demoSettings'
import { guides } from './guides'
import { lookers } from './lookers'
import { memberLinks } from './memberLinks'
import { people } from './people'
import { placesAt } from './places'
import { readers } from './readers'
import { rosters } from './rosters'
import { sessionSettings } from './sessions'
import { storyOf } from './story'
import { tell } from './telling'

type Mark = { began: number; done: boolean }

/**
 * Fills an empty store with a township in use: everything goes through the engine, so every log verifies. A start that was
 * cut off goes on where it stopped, with the days of its first start. Returns what was refused, in words: nothing.
 */
export const fillWithDemo = async (deps: Deps): Promise<readonly string[]> => {
  const { table } = deps
  const save = (mark: Mark, ifVersion: number) =>
    table.put(
      { pk: 'demo', version: ifVersion + 1, body: JSON.stringify(mark), sees: 'office', keys: {} },
      { ifVersion },
    )
  const started = deps.now()
  const kept = await table.get('demo')
  const mark = kept ? (JSON.parse(kept.body) as Mark) : { began: started, done: false }
  if (mark.done) return []
  if (!kept) await save(mark, 0)
  const stores = storesOf(deps)
  await stores.places.save({ townships: [placesAt(mark.began)] })
  await people(stores)
  await memberLinks(stores)
  await rosters(deps)
  await demoSettings(stores, mark.began)
  await sessionSettings(stores, mark.began)
  const refused = await tell(deps, mark.began, storyOf(mark.began))
  await guides(stores, mark.began)
  await readers({ ...deps, stores })
  await lookers({ ...deps, stores }, mark.began)
  for (const line of refused) console.warn('演示数据少了一笔：', line)
  await save({ ...mark, done: true }, 1)
  console.log(`演示数据准备好了，用了${((deps.now() - started) / 1000).toFixed(1)}秒。`)
  return refused
}
