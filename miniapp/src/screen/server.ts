import { call } from '../api/client'
import { today } from '../api/today'
import { kept, useKept } from '../platform/storage'

/** What the server says of itself; kept, so that a page without network still says that it is a demo. */
type Server = { demo: boolean; version: string; askedOn?: string }
const server = kept<Server>('server', { demo: false, version: '' })

export const useServer = (): Server => useKept(server)

/** Once a day: the first screen has better things to ask. */
export async function askServer(): Promise<void> {
  if (server.get().askedOn === today()) return
  const { answer } = await call('health', {})
  if (answer) server.set({ demo: answer.demo, version: answer.version, askedOn: today() })
}
