import { refusalNames } from '@shared/engine/refusal'
import { expect } from 'vitest'
import { everyItem } from '../../functions/store/everyRecord'
import type { Table } from '../../functions/store/table'
import type { TestHouse } from '../support/house'

export type Sent = {
  method: string
  path: string
  body?: unknown
  raw?: string | ReadableStream
  token?: string
  headers?: object
}

/** Everything that is stored, to be compared; less what is worked out from it and may be kept or lost at any time. */
export const everything = async (table: Table): Promise<string> => {
  const items = await everyItem(table)
  return JSON.stringify(items.filter(({ pk }) => !pk.startsWith('rolls#')))
}

export const sendRaw = (h: TestHouse, { method, path, body, raw, token, headers }: Sent) =>
  h.app.request(path, {
    method,
    headers: {
      ...(method === 'POST' && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...((body !== undefined || raw !== undefined) && { body: raw ?? JSON.stringify(body) }),
    ...(raw instanceof ReadableStream && { duplex: 'half' }),
  })

/** Refused in the right way: the status, three parts, Chinese to read, nothing of the inside, nothing written. */
export const isRefused = async (h: TestHouse, sent: Sent, status: number, refusal?: string) => {
  const before = await everything(h.table)
  const response = await sendRaw(h, sent)
  const text = await response.text()
  expect(response.status, `${sent.method} ${sent.path.slice(0, 80)} ${text.slice(0, 300)}`).toBe(status)
  const answer = JSON.parse(text) as { refusal: string; says: string; detail: unknown }
  expect(Object.keys(answer).sort()).toEqual(['detail', 'refusal', 'says'])
  expect(refusalNames).toContain(answer.refusal)
  if (refusal) expect(answer.refusal).toBe(refusal)
  expect(answer.says).toMatch(/[\u4e00-\u9fff]/)
  expect(answer.says).not.toMatch(/expected|invalid|undefined|Error/i)
  expect(text).not.toMatch(/\.ts:|node_modules|at .+:\d+:\d+|SQLITE|SELECT/)
  for (const id of ['secretary-shatang', 'villager-shatang', 'clerk-shatang']) {
    const other = await h.house.stores.people.get(id)
    expect(text).not.toContain(other!.name)
  }
  expect((await everything(h.table)) === before, 'nothing was written').toBe(true)
  return answer
}
