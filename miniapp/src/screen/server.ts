import { call } from '../api/client'
import { kept, useKept } from '../platform/storage'

/** What the server says of itself; kept, so that a page without network still says that it is a demo. */
type Server = { demo: boolean; version: string }
const server = kept<Server>('server', { demo: false, version: '' })

export const useServer = (): Server => useKept(server)

export async function askServer(): Promise<void> {
  const { answer } = await call('health', {})
  if (answer) server.set({ demo: answer.demo, version: answer.version })
}
