declare module 'autocannon' {
  type Request = { method?: string; path?: string; body?: string; setupRequest?: (request: Request) => Request }
  type Options = {
    url: string
    connections: number
    duration?: number
    amount?: number
    headers?: Record<string, string>
    requests?: Request[]
  }
  type Result = {
    requests: { average: number; total: number }
    latency: { p50: number; p99: number }
    duration: number
    non2xx: number
    errors: number
  }
  /** Sends requests as fast as they are answered; resolves with what it measured. */
  export default function autocannon(
    options: Options,
  ): Promise<Result> & { on(event: 'response', heard: () => void): void }
}
