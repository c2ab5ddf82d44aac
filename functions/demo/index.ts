import type { Deps } from '../deps'
import { storesOf } from '../stores'
import { people } from './people'
import { places } from './places'
import { rosters } from './rosters'
import { story } from './story'

/** Fills an empty store with a township in use: everything goes through the engine, so every log verifies. */
export const fillWithDemo = async (deps: Deps): Promise<void> => {
  const stores = storesOf(deps)
  if (await deps.table.get('demo')) return
  const began = deps.now()
  await stores.places.save({ townships: [places] })
  await people(stores)
  await rosters(stores, deps.now())
  await story(deps)
  // written last: a start that was cut off begins anew, and what is there already is found by its act id
  await deps.table.put({ pk: 'demo', version: 1, body: '{}', sees: 'office', keys: {} }, { ifVersion: 0 })
  console.log(`演示数据准备好了，用了${((deps.now() - began) / 1000).toFixed(1)}秒。`)
}
