import { signingKeyFrom } from './checkpoints/signingKey'
import { clockwork } from './clockwork'
import { cloudDeps } from './cloud'
import { diagnosis } from './http/diagnosis'
import { sendAll } from './messages/sendAll'
import { storesOf } from './stores'

const signingKey = signingKeyFrom(process.env)
if (!signingKey) throw new Error('要设 MINGWU_SIGNING_KEY（给总账签名的钥匙），用 openssl rand -hex 32 生成。')
const deps = { ...cloudDeps(process.env), signingKey }

/**
 * Hourly: writes what time has done, opens sessions, finishes what a crash left, and says how many cases were looked at. Every
 * few minutes, asked for `messages` only: sends what is due through WeChat, and says how many were sent.
 */
export const handler = async (event?: { only?: 'messages' }): Promise<{ swept: number } | { sent: number }> => {
  const house = { ...deps, stores: storesOf(deps) }
  const work = event?.only === 'messages' ? sendAll(house) : clockwork(house).then((swept) => ({ swept }))
  const done = await work.catch((e) => {
    // Lambda would write down whatever the error says
    console.error('job', diagnosis(e))
    throw new Error('the job broke off')
  })
  console.log(JSON.stringify(done))
  return done
}
