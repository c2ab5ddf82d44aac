import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { cloudDeps } from '../../functions/cloud'
import { openHouse } from '../support/house'

const secret = 'a secret of at least thirty-two characters'

it('outside demo mode nobody is offered and nobody is signed in, whatever the table holds', async () => {
  const h = await openHouse('sqlite', undefined, { demo: false })
  expect(await h.house.stores.people.list('demo')).not.toEqual([])
  const people = await h.send<{ refusal: string }>('GET', '/api/people/demo')
  expect([people.status, people.body.refusal]).toEqual([404, 'notAvailable'])
  const signIn = await h.send<{ refusal: string }>('POST', '/api/sign-in/demo', { person: 'clerk-dongxi' })
  expect([signIn.status, signIn.body.refusal]).toEqual([404, 'notAvailable'])
  await h.close()
})

it('the cloud is never in demo mode, whatever its environment says', () => {
  const said = { MINGWU_MODE: 'demo', DEMO: 'true', MINGWU_DEMO: '1' }
  expect(cloudDeps({ TABLE: 't', FILES_BUCKET: 'f', MINGWU_SECRET: secret, ...said }).demo).toBe(false)
  expect(cloudDeps({ TABLE: 't', FILES_BUCKET: 'f', MINGWU_SECRET: secret }).limits).toBe('table')
})

it('of what ships only the one machine’s own entry knows the demo', () => {
  const files = readdirSync('functions', { recursive: true, encoding: 'utf8' })
    .filter((f) => f.endsWith('.ts') && !f.startsWith('demo/'))
    .map((f) => `functions/${f}`)
  const knowing = files.filter((f) => /from '[./]+\/demo(\/|')/.test(readFileSync(f, 'utf8')))
  expect(knowing).toEqual(['functions/local.ts'])
})
