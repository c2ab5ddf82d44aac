import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '@shared/engine/refusal'
import type { Job, Result } from './jobs'

/** Has a paper read or written elsewhere; a refusal in words if that can't be done. */
export type Workshop = <J extends Job>(job: J) => Promise<Result[J['job']] | Refusal>

const limits = { seconds: 20, heapMb: 96, youngMb: 4, waiting: 8 }

const says = {
  slow: '这个文件读了20秒还没读完。请删掉多余的工作表和空行，或者分成几个文件再传。',
  large: '这个文件太大，读不下。请删掉多余的空行、工作表和图片，或者分成几个文件再传。',
  broken: '这个文件读不出来，可能已经损坏。请用Excel、WPS或原来的软件打开，另存一份再传。',
}

/**
 * Papers are read in a thread of their own, one at a time, with so much memory and time and no more: whatever is handed in, the
 * server goes on answering. `file` is the bundled worker, or its TypeScript source where that is run without a build.
 */
export const openWorkshop = (file: string, { seconds, heapMb, youngMb, waiting } = limits): Workshop => {
  let last: Promise<unknown> = Promise.resolve()
  let queued = 0
  return async (job) => {
    if (queued > waiting) return refuse('tooManyRequests', '现在读表格的人多，请等一分钟再试。')
    queued++
    const mine = last.then(() => work(file, job, { seconds, heapMb, youngMb })).finally(() => queued--)
    last = mine.catch(() => undefined)
    return mine
  }
}

const work = <J extends Job>(file: string, job: J, { seconds, heapMb, youngMb }: Omit<typeof limits, 'waiting'>) =>
  new Promise<Result[J['job']] | Refusal>((done) => {
    const worker = open(file, {
      workerData: job,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: youngMb },
    })
    let ended = false
    const end = (answer: Result[J['job']] | Refusal) => {
      if (ended) return
      ended = true
      clearTimeout(timer)
      // the next paper waits until this one's memory is free
      void worker.terminate().then(() => done(answer))
    }
    const timer = setTimeout(() => end(refuse('badFile', says.slow)), seconds * 1000)
    worker.once('message', (told: { result?: Result[J['job']]; says?: string }) =>
      end(told.result ?? refuse('badFile', told.says)),
    )
    worker.once('error', (e: Error & { code?: string }) => {
      const isLarge = e.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isLarge) console.error('paper', e.message)
      end(refuse('badFile', isLarge ? says.large : says.broken))
    })
    worker.once('exit', () => end(refuse('badFile', says.broken)))
  })

/** A thread doesn't inherit how the main one reads TypeScript. */
const open = (file: string, options: object): Worker =>
  file.endsWith('.ts')
    ? new Worker(
        `import('tsx/esm/api').then(({ register }) => (register(), import(${JSON.stringify(pathToFileURL(file).href)})))`,
        { ...options, eval: true },
      )
    : new Worker(file, options)
