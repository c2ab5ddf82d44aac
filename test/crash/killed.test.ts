import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { dayInChina } from '@shared/calendar'
import type { Case } from '@shared/engine/case'
import { verify } from '@shared/engine/chain'
import type { CaseView } from '@shared/schemas/views'
import { afterAll, expect, it } from 'vitest'
import { tokenFor } from '../../functions/http/signIn'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { everyItem } from '../../functions/store/everyRecord'
import { sweepAll } from '../../functions/sweeping'
import { toMatter } from '../journeys/meetings'
import { temporaryFolder } from '../support/stores'
import { appOver, founded } from './village'

const folder = temporaryFolder()
afterAll(folder.remove)
const kills = 10

const start = async (path: string) => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/crash/server.ts', path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [port] = await once(child.stdout, 'data')
  return { child, url: `http://127.0.0.1:${String(port).trim()}`, ended: once(child, 'close') }
}

it(`keeps what it answered when it is killed ${kills} times while people send acts`, { timeout: 60_000 }, async () => {
  const path = (await founded(folder.path, Date.now()))('killed')
  const mine = openSqlite(path)
  const { house } = appOver(mine, folder.path, () => Date.now())
  const tokens = Object.fromEntries(
    await Promise.all(
      ['villager', 'clerk', 'secretary'].map(async (who) => [who, await tokenFor(house, `${who}-dongxi`)] as const),
    ),
  )
  let server = await start(path)
  const post = async (who: string, to: string, body: object): Promise<CaseView | undefined> => {
    const headers = { authorization: `Bearer ${tokens[who]}`, 'content-type': 'application/json' }
    const response = await fetch(server.url + to, { method: 'POST', headers, body: JSON.stringify(body) }).catch(
      () => undefined,
    )
    const answer = await response?.json().catch(() => undefined)
    if (!answer) return undefined
    expect(answer).toHaveProperty('log')
    return answer as CaseView
  }

  const answered: { id: string; actId: string; hash: string }[] = []
  let restarts = 0
  /** Sends until there is an answer, as a phone does: the same act id each time. */
  const sent = async (who: string, to: string, body: { actId: string } & object): Promise<CaseView> => {
    for (;;) {
      const answer = await post(who, to, body)
      if (answer) {
        answered.push({ id: answer.id, actId: body.actId, hash: answer.log.at(-1)!.hash })
        return answer
      }
      await server.ended
      server = await start(path)
      restarts++
    }
  }

  const killing = Array.from({ length: kills }, (_, n) => 3 + n * 4 + (n % 3))
  const heldOn = dayInChina(Date.now())
  let acts = 0
  for (let n = 0; killing.length || acts % 3; n++) {
    const steps = [
      ['villager', { workflow: 'request', villageId: 'dongxi', form: raised(n) }],
      ['clerk', { seen: 1, outcome: 'acknowledged', form: {} }],
      ['secretary', { seen: 2, outcome: 'decide', form: { ...toMatter(heldOn), title: `第${n}件事` } }],
    ] as const
    let id = ''
    for (const [who, body] of steps) {
      const asked = sent(who, id ? `/api/cases/${id}/acts` : '/api/cases', { actId: `kill-${who}-${n}`, ...body })
      if (killing[0] === acts++) {
        killing.shift()
        // somewhere within the few milliseconds that an act takes
        await new Promise((go) => setTimeout(go, acts % 8))
        server.child.kill('SIGKILL')
      }
      id = (await asked).id
    }
  }
  server.child.kill('SIGKILL')
  await server.ended
  expect(restarts).toBeGreaterThanOrEqual(kills - 1)

  await sweepAll(house)
  const cases = new Map<string, Case>()
  for (const item of await everyItem(mine)) if (item.head) cases.set(item.pk, JSON.parse(item.body))
  for (const { id, actId, hash } of answered) {
    const lines = cases.get(id)!.log.filter((e) => e.actId === actId)
    expect(lines.map((e) => e.hash)).toContain(hash)
    expect(lines).toHaveLength(1)
  }
  const all = [...cases.values()]
  for (const found of all) {
    expect(verify(found.log)).toEqual([])
    expect(found.pending).toEqual([])
  }
  const requests = all.filter((c) => c.workflow === 'request')
  expect(requests).toHaveLength(acts / 3)
  // each was turned into one matter, no more; no number was given twice
  expect(
    all
      .map((c) => c.from)
      .filter(Boolean)
      .sort(),
  ).toEqual(requests.map((r) => r.id).sort())
  expect(new Set(all.map((c) => c.number)).size).toBe(all.length)
  await mine.close()
})

const raised = (n: number) => ({ text: `第${n}盏路灯不亮`, category: 'utilities', visibility: 'villagers' })
