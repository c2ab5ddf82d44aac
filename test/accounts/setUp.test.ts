import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { beginning, problemsIn } from '../../functions/setUp'
import { openSqlite } from '../../functions/store/engines/sqlite'
import { temporaryFolder } from '../support/stores'

const village = {
  ...{ id: 'cun', name: '新村', cluster: 'pian', households: 300, phone: '0574-1234567' },
  session: {
    ...{ days: [10, 20], startsAt: '09:00', place: '村部二楼', cutOff: { daysBefore: 2, at: '17:00' } },
    movesOffHolidays: true,
  },
}
const plan = {
  townships: [
    { id: 'zhen', name: '新镇', county: 'xian', clusters: [{ id: 'pian', name: '东片' }], villages: [village] },
  ],
  officers: [
    { name: '李县长', role: 'county', place: 'xian', title: '县农业农村局' },
    { name: '赵镇长', role: 'townshipLead', place: 'zhen', title: '镇长' },
  ],
}
const folder = temporaryFolder()
afterEach(() => folder.remove())

it('writes the places and prints a code for each officer; done again nobody is there twice', async () => {
  const file = join(folder.path, 'plan.json')
  writeFileSync(file, JSON.stringify(plan))
  const env = { PATH: process.env.PATH, MINGWU_SECRET: 'x'.repeat(32), MINGWU_DATA: join(folder.path, 'data') }
  const run = () => execFileSync('npx', ['tsx', 'functions/setUpCommand.ts', file], { env, encoding: 'utf8' })
  const [first, second] = [run(), run()]
  for (const said of [first, second]) expect(said.match(/[2-9A-HJKMNP-Z]{10}/g)).toHaveLength(2)
  const table = openSqlite(join(folder.path, 'data', 'mingwu.db'))
  expect((await table.get('places'))!.body).toContain('新村')
  expect(JSON.parse((await table.get('people#office#xian'))!.body)).toHaveLength(1)
  const body = (await table.get('people#office#zhen'))!.body
  expect(JSON.parse(body)).toHaveLength(1)
  await table.close()
}, 60_000)

it('says what can’t be: a place twice, a cluster that isn’t there, a post at the wrong level, nobody of the county', () => {
  const wrong = beginning.parse({
    townships: [{ ...plan.townships[0], id: 'cun', villages: [{ ...village, cluster: 'nowhere' }] }],
    officers: [{ name: '王文书', role: 'clerk', place: 'cun', title: '村报账员' }],
  })
  expect(problemsIn(wrong)).toHaveLength(4)
  expect(problemsIn(beginning.parse(plan))).toEqual([])
})
