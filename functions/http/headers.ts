/** What every answer of the API carries: nothing is guessed from its bytes, nothing of it is kept on the way. */
export const safeHeaders = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' } as const
