declare module 'dynalite' {
  import type { Server } from 'node:http'
  /** An HTTP server that answers as DynamoDB does, in memory unless given a path. */
  export default function dynalite(options?: { createTableMs?: number; path?: string }): Server
}
