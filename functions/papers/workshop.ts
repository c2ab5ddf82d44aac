import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type Refusal, refuse } from '@shared/engine/refusal'
import type { Job, Result } from './jobs'

/** Has a paper read or written elsewhere; a refusal in words if that can't be done. */
export type Workshop = <J extends Job>(job: J) => Promise<Result[J['job']] | Refusal>

const limits = { seconds: 20, heapMb: 96, youngMb: 4, waiting: 8, moreMb: 800 }
/** How often it is looked whether a thread has taken too much, in milliseconds. */
const lookEvery = 50

type Said = { busy: string; slow: string; large: string; broken: string }

const ofPapers: Said = {
  busy: '现在读表格的人多，请等一分钟再试。',
  slow: '这个文件读了20秒还没读完。请删掉多余的工作表和空行，或者分成几个文件再传。',
  large: '这个文件太大，读不下。请删掉多余的空行、工作表和图片，或者分成几个文件再传。',
  broken: '这个文件读不出来，可能已经损坏。请用Excel、WPS或原来的软件打开，另存一份再传。',
}
const ofPictures: Said = {
  busy: '现在传照片的人多，请等一分钟再传。',
  slow: '这张照片20秒还没处理完。请把照片缩小，或重新拍一张再传。',
  large: '这张照片太大，处理不了。请把照片缩小，或重新拍一张再传。',
  broken: '这张照片打不开，可能已经损坏。请重新拍一张再传。',
}

/**
 * Papers are read, and pictures drawn, in a thread of their own, one of each at a time, with so much memory and time and no more: whatever is handed in, the
 * server goes on answering. `file` is the bundled worker, or its TypeScript source where that is run without a build.
 */
export const openWorkshop = (file: string, { seconds, heapMb, youngMb, waiting, moreMb } = limits): Workshop => {
  // a photo doesn't wait behind somebody's long list, nor is it turned away for it
  const lines = { papers: newLine(), pictures: newLine() }
  return async (job) => {
    const [line, says, most] =
      job.job === 'picture' ? [lines.pictures, ofPictures, waiting * 4] : [lines.papers, ofPapers, waiting]
    if (line.queued > most) return refuse('tooManyRequests', says.busy)
    line.queued++
    const mine = line.last
      .then(() => work(file, job, says, { seconds, heapMb, youngMb, moreMb }))
      .finally(() => line.queued--)
    line.last = mine.catch(() => undefined)
    return mine
  }
}

const newLine = () => ({ last: Promise.resolve() as Promise<unknown>, queued: 0 })

const work = <J extends Job>(
  file: string,
  job: J,
  says: Said,
  { seconds, heapMb, youngMb, moreMb }: Omit<typeof limits, 'waiting'>,
) =>
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
      clearInterval(watch)
      // the next paper waits until this one's memory is free
      void worker.terminate().then(() => done(answer))
    }
    // unpacked bytes and pixels lie outside the heap that is limited
    const before = process.memoryUsage.rss()
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > moreMb * 1024 * 1024) end(refuse('badFile', says.large))
    }, lookEvery)
    const timer = setTimeout(() => end(refuse('badFile', says.slow)), seconds * 1000)
    worker.once('message', (told: { result?: Result[J['job']]; says?: string }) =>
      end(told.result ?? refuse('badFile', told.says)),
    )
    worker.once('error', (e: Error & { code?: string }) => {
      const isLarge = e.code === 'ERR_WORKER_OUT_OF_MEMORY'
      if (!isLarge) console.error(job.job, e.name)
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
