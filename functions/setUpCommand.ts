import { mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cloudDeps } from './cloud'
import { openFolder } from './files/folder'
import { beginning, problemsIn, setUp } from './setUp'
import { openSqlite } from './store/engines/sqlite'

/** `npm run set-up -- plan.json`: begins a house, on this machine, or in the cloud where `TABLE` is set. */
const stop = (says: string): never => {
  console.error(says)
  process.exit(1)
}

const [file] = process.argv.slice(2)
if (!file) stop('请写明文件：npm run set-up -- plan.json。怎么写见 docs/how-to/begin.md。')
const text = (() => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch (e) {
    return stop(`${file} 读不出来：${e instanceof Error ? e.message : e}`)
  }
})()
const plan = beginning.safeParse(text)
if (!plan.success) stop(plan.error.issues.map((i) => `${i.path.map(String).join('.')}：${i.message}`).join('\n'))
const problems = problemsIn(plan.data!)
if (problems.length) stop(problems.join('\n'))

const here = () => {
  const secret = process.env.MINGWU_SECRET
  if (!secret || secret.length < 32) return stop('要设 MINGWU_SECRET（至少32个字符），和以后运行时用的是同一个。')
  const data = resolve(process.env.MINGWU_DATA ?? '.data')
  mkdirSync(data, { recursive: true })
  const now = () => Date.now()
  const files = openFolder({ folder: join(data, 'files'), origin: '', secret, now: () => new Date() })
  return { table: openSqlite(join(data, 'mingwu.db')), files, now, secret }
}
const deps = process.env.TABLE ? cloudDeps(process.env) : here()
const codes = await setUp(deps, plan.data!)
console.log(codes.length ? '邀请码（只显示这一次，请当面交给本人）：' : '没有新的邀请码：写着的人都已经设好登录。')
for (const { name, title, code, expiresOn } of codes) console.log(`${name}　${title}　${code}　${expiresOn}前有效`)
await deps.table.close()
