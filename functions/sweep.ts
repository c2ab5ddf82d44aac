import { clockwork } from './clockwork'
import { cloudDeps } from './cloud'
import { storesOf } from './stores'

const deps = cloudDeps(process.env)

/** Hourly: writes what time has done, opens sessions, finishes what a crash left. Returns how many cases were looked at. */
export const handler = async (): Promise<{ swept: number }> => {
  const swept = await clockwork({ ...deps, stores: storesOf(deps) })
  console.log(JSON.stringify({ swept }))
  return { swept }
}
