import { clockwork } from './clockwork'
import { cloudDeps } from './cloud'
import { sendAll } from './messages/sendAll'
import { storesOf } from './stores'

const deps = cloudDeps(process.env)

/**
 * Hourly: writes what time has done, opens sessions, finishes what a crash left, and says how many cases were looked at. Every
 * few minutes, asked for `messages` only: sends what is due through WeChat, and says how many were sent.
 */
export const handler = async (event?: { only?: 'messages' }): Promise<{ swept: number } | { sent: number }> => {
  const house = { ...deps, stores: storesOf(deps) }
  const done = event?.only === 'messages' ? await sendAll(house) : { swept: await clockwork(house) }
  console.log(JSON.stringify(done))
  return done
}
