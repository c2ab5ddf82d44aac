// What Lambda does with a bundle: loads the file once, then hands it one event a line and says each answer as a line.
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'

const { handler } = createRequire(import.meta.url)(process.argv[2]!) as {
  handler: (event: unknown, context: unknown) => Promise<unknown>
}
for await (const line of createInterface({ input: process.stdin }))
  process.stdout.write(`${JSON.stringify({ answer: await handler(JSON.parse(line), {}) })}\n`)
