import { asked, engineNamed, run } from './moving/command'
import { CannotMove } from './moving/format'
import { openSource } from './moving/openStore'
import { writeExport } from './moving/writeExport'

/** `npm run export -- --to FILE [--from sqlite|dynamodb]`: everything that a store holds, into one file. */
const usage = '用法：npm run export -- --to 文件名.jsonl.gz [--from sqlite|dynamodb]'

await run(async () => {
  const { from = 'sqlite', to, anew } = asked(process.argv.slice(2), usage)
  if (!to || anew) throw new CannotMove(usage)
  const { store, drop } = await openSource(engineNamed(from, usage), process.env, to)
  try {
    const { items, marks, numbers, files } = await writeExport(store, to, new Date().toISOString())
    console.log(`导出完成：${to}，${items} 条数据、${marks} 组记号、${numbers} 个编号、${files} 个文件。`)
    console.log('里面是全部数据，也有个人信息：请存到只有管理员能打开的地方。')
  } finally {
    await drop()
  }
})
