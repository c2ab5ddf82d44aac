import { parentPort, workerData } from 'node:worker_threads'
import { type Job, PaperRefused, type Result } from './jobs'

/** One paper or picture, in a thread of its own; what reads one kind of paper isn't loaded for another. */
const done = async (job: Job): Promise<Result[Job['job']]> => {
  if (job.job === 'import') return (await import('./importRows')).importRows(job)
  if (job.job === 'scan') return (await import('./scanPaper')).scanPaper(job)
  if (job.job === 'picture') return (await import('./drawAnew')).drawAnew(job.bytes)
  return (await import('./writeWorkbook')).writeWorkbook(job)
}

// what it says goes back as data, why it can't be read as a sentence; anything else ends the thread
done(workerData as Job)
  .then((result) => parentPort!.postMessage({ result }))
  .catch((e) => {
    if (!(e instanceof PaperRefused)) throw e
    parentPort!.postMessage({ says: e.message })
  })
