import { existsSync } from 'node:fs'
import { asked, engineNamed, run } from './moving/command'
import { CannotMove } from './moving/format'
import { importAll } from './moving/importAll'
import { openStore } from './moving/openStore'

/** `npm run import -- --from FILE --to sqlite|dynamodb [--anew]`: an export, into a store that is empty. */
const usage = '用法：npm run import -- --from 文件名.jsonl.gz --to sqlite|dynamodb [--anew]'

await run(async () => {
  const { from, to, anew } = asked(process.argv.slice(2), usage)
  if (!from) throw new CannotMove(usage)
  if (!existsSync(from)) throw new CannotMove(`${from}：没有这个文件。`)
  const store = await openStore(engineNamed(to, usage), process.env)
  const say = (records: number) => console.log(`已经写入 ${records} 条…`)
  try {
    const { already, items, marks, numbers, files } = await importAll(from, store, { anew, say })
    console.log(
      already
        ? '这份文件以前已经全部导入，没有再写。'
        : `导入完成：${items} 条数据、${marks} 组记号、${numbers} 个编号、${files} 个文件。现在可以启动明务。`,
    )
  } finally {
    await store.table.close()
  }
})
