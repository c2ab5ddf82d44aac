import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, expect, it } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { temporaryFolder } from '../support/stores'
import { appOver } from './village'
import { at, leftBehind, mornings, rungsIn, waitingVillage } from './waiting'

const folder = temporaryFolder()
afterAll(folder.remove)
const kills = 10

/** Runs the mornings from one on; killed so many milliseconds after it began, if it still runs. Says the last that was done. */
const run = async (path: string, from: string, killAfter?: number): Promise<{ done?: string; killed: boolean }> => {
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/crash/job.ts', path, from], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (text) => {
    if (!said && killAfter !== undefined) setTimeout(() => child.kill('SIGKILL'), killAfter)
    said += text
  })
  const [, signal] = await once(child, 'close')
  return {
    done: said
      .trim()
      .split('\n')
      .findLast((line) => mornings.includes(line)),
    killed: signal === 'SIGKILL',
  }
}

it(`the ladder is exactly once when the job is killed ${kills} times`, { timeout: 180_000 }, async () => {
  const copy = await waitingVillage(folder.path, 60)
  const calmly = openSqlite(copy('calm'))
  let now = 0
  const { house } = appOver(calmly, folder.path, () => now)
  const began = performance.now()
  for (const morning of mornings) {
    now = at(morning)
    await clockwork(house)
  }
  const whole = performance.now() - began
  const calm = await leftBehind(calmly)
  await calmly.close()

  const path = copy('killed')
  let killed = 0
  // it begins again with the morning that it died in, at last from the first: whatever was done is done once
  for (let n = 0, from = mornings[0]; killed < kills; n++) {
    const { done, killed: died } = await run(path, from, 10 + ((n * 37) % Math.max(20, Math.floor(whole / 4))))
    if (died) killed++
    from = !died ? mornings[0] : done === undefined ? from : (mornings[mornings.indexOf(done) + 1] ?? mornings[0])
    expect(n, 'a job that is over before it can be killed').toBeLessThan(60)
  }
  expect(await run(path, mornings[0])).toEqual({ done: mornings.at(-1), killed: false })
  const table = openSqlite(path)
  const left = await leftBehind(table)
  await table.close()
  expect(new Set(rungsIn(left)).size).toBe(rungsIn(left).length)
  expect(rungsIn(left).length).toBeGreaterThan(300)
  expect(left).toEqual(calm)
})
