import { join } from 'node:path'
import type { CaseView } from '@shared/schemas/views'
import { createApp } from '../functions/app'
import { people } from '../functions/demo/people'
import { places } from '../functions/demo/places'
import { rosters } from '../functions/demo/rosters'
import { openFolder } from '../functions/files/folder'
import { openSqlite } from '../functions/store/engines/sqlite'

/** A village with so many notices on its village board and so many requests that nobody has taken on yet, all through the engine. */
export const fill = async (folder: string, notices: number, requests: number): Promise<{ requests: string[] }> => {
  const clock = { at: Date.now() - 20 * 86_400_000 }
  const now = () => clock.at
  const secret = 'the secret of a bench, long enough to be one'
  const table = openSqlite(join(folder, 'mingwu.db'))
  const { app, house } = createApp({
    ...{
      table,
      storeName: 'sqlite',
      secret,
      now,
      demo: true,
      version: 'bench',
      actsPerMinute: Number.POSITIVE_INFINITY,
    },
    files: openFolder({ folder: join(folder, 'files'), origin: '', secret, now: () => new Date(now()) }),
  })
  await house.stores.places.save({ townships: [places] })
  await people(house.stores)
  await rosters(house)

  const post = async <T>(path: string, body: unknown, token?: string): Promise<T> => {
    const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
    const response = await app.request(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as T
  }
  const signIn = async (person: string) => (await post<{ token: string }>('/api/sign-in/demo', { person })).token
  const tokens = {
    clerk: await signIn('clerk-dongxi'),
    supervisor: await signIn('supervisor-dongxi'),
    villager: await signIn('villager-dongxi'),
  }
  let acts = 0
  const open = (who: keyof typeof tokens, workflow: string, form: object) =>
    post<CaseView>('/api/cases', { actId: `bench-open-${++acts}`, workflow, villageId: 'dongxi', form }, tokens[who])
  const act = (who: keyof typeof tokens, { id, seen }: CaseView, outcome: string, form: object) =>
    post<CaseView>(`/api/cases/${id}/acts`, { actId: `bench-act-${++acts}`, seen, outcome, form }, tokens[who])

  const boardOn = new Date(now() + 8 * 3_600_000).toISOString().slice(0, 10)
  for (let n = 1; n <= notices; n++) {
    clock.at += 1000
    const content = {
      board: 'village',
      item: 'V02',
      happenedOn: boardOn,
      audience: 'everyone',
      body: '按村庄规划，今年先修三组到四组的路。',
    }
    const drafted = await open('clerk', 'notice', { ...content, title: `村庄规划第${n}号事项进展` })
    const sent = await act('clerk', drafted, 'village', {})
    const agreed = await act('supervisor', sent, 'agreed', { opinion: '属实' })
    await act('clerk', agreed, 'posted', { boardOn })
  }
  // one villager says everything here
  await house.stores.settings.save('dongxi', { requestsPerDay: requests + 1 })
  const waiting: string[] = []
  for (let n = 1; n <= requests; n++) {
    const form = { text: `第${n}盏路灯不亮`, category: 'utilities', visibility: 'villagers' }
    waiting.push((await open('villager', 'request', form)).id)
  }
  await table.close()
  return { requests: waiting }
}
