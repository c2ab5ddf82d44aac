import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { dayInChina } from '@shared/calendar'
import { diagnosis } from '../http/diagnosis'
import { backUp, backupsIn, hasBackup, keepingFrom } from './backups'

type At = {
  data: string
  database: string
  env: NodeJS.ProcessEnv
  now: () => number
  say: (line: string) => void
}

/**
 * The copies of one machine's database: `ifDue` makes the day's where it isn't there yet, in a process of its own, so that
 * the server goes on answering while it is written; whatever goes wrong there is said in the log and tried again the next
 * hour. `beforeUpgrade` makes one at once and throws where that can't be done. Throws for settings that are no numbers.
 */
export const dailyBackup = ({ data, database, env, now, say }: At) => {
  const folder = resolve(env.MINGWU_BACKUPS || backupsIn(data))
  const keeping = keepingFrom(env)
  let running = false
  return {
    ifDue: () =>
      new Promise<void>((done) => {
        if (running || keeping.daily === 0 || !existsSync(database) || hasBackup(folder, dayInChina(now())))
          return done()
        running = true
        // what it says goes to this process's own log
        const child = fork(fileURLToPath(new URL('../backup.ts', import.meta.url)), {
          cwd: fileURLToPath(new URL('../..', import.meta.url)),
          execArgv: ['--import', 'tsx'],
          env: { ...env, MINGWU_DATA: data, MINGWU_BACKUPS: folder },
        })
        const end = () => {
          running = false
          done()
        }
        child.once('exit', end)
        child.once('error', (error) => {
          console.error('backup', diagnosis(error))
          end()
        })
      }),
    beforeUpgrade: () => say(`升级前先备份：${backUp(database, folder, dayInChina(now()), keeping)}`),
  }
}
