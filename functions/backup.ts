import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { dayInChina } from '@shared/calendar'
import { backUp, backupsIn, keepingFrom } from './moving/backups'
import { run } from './moving/command'
import { CannotMove } from './moving/format'

/** `npm run backup`: a copy of the database of one machine, now. The server starts the same by itself each day. */
await run(async () => {
  const data = resolve(process.env.MINGWU_DATA || '.data')
  const database = join(data, 'mingwu.db')
  if (!existsSync(database)) throw new CannotMove(`${data} 里没有数据（mingwu.db）。请用 MINGWU_DATA 指明数据文件夹。`)
  const folder = process.env.MINGWU_BACKUPS || backupsIn(data)
  try {
    console.log(`备份好了：${backUp(database, folder, dayInChina(Date.now()), keepingFrom(process.env))}`)
  } catch (error) {
    throw new CannotMove((error as Error).message)
  }
})
