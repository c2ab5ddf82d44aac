import type { RequestHandler } from './wx/network'

/** A server in the same process, as a Hono app is. */
export type Server = { request(url: string, init?: RequestInit): Response | Promise<Response> }

/** Answers all that leaves the phone from a server in this process, without a socket. */
export function requestsTo(server: Server): RequestHandler {
  return (url, init) => server.request(url, init)
}
