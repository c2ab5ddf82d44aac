import { cloudDeps } from './cloud'
import { storesOf } from './stores'
import { sweepAll } from './sweeping'

const deps = cloudDeps(process.env)

/** Hourly: writes what time has done and finishes what a crash left. Returns how many cases were looked at. */
export const handler = async (): Promise<{ swept: number }> => {
  const swept = await sweepAll({ ...deps, stores: storesOf(deps) })
  console.log(JSON.stringify({ swept }))
  return { swept }
}
