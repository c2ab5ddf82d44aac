import { dayInChina } from '@shared/calendar'
import type { Citizen } from '@shared/schemas/person'
import type { CaseView } from '@shared/schemas/views'
import type { House } from '../stores'
import { accountView } from '../views/accountView'
import { careMark } from '../views/careMark'
import { caseView } from '../views/caseView'
import { today } from '../world'

/** Files beyond so many bytes are named, and taken one by one from the case. */
const mostBytes = 60 * 1024 * 1024
/** Of so many of the village's latest requests it is worked out whether they care. */
const latest = 200

/** Texts by the name of a file, and bytes of pictures and recordings. */
export type MyData = {
  texts: Readonly<Record<string, unknown>>
  files: ReadonlyMap<string, Uint8Array>
  left: readonly string[]
}

/** Everything that is kept about one person, as they may see it; no secret, no hash, nothing of others that they don't see anyway. */
export const myData = async (house: House, person: Citizen, signIn: string): Promise<MyData> => {
  const { stores } = house
  const reader = { person, today: today(house) }
  const rows = await allOf((after) => stores.cases.mine(person.id, { limit: 1000, after }))
  const cases: CaseView[] = []
  for (const { pk } of rows) {
    const stored = await stores.cases.get(pk)
    if (stored) cases.push(await caseView(house, stored, reader))
  }
  const letters = await allOf((after) => stores.inbox.of(person.id, { limit: 1000, after }))
  const agreed = await stores.agreements.of(person.id)
  const texts = {
    我是谁: {
      ...{ 姓名: person.name, 村: person.village, 户: person.household, 名册编号: person.member },
      职务和身份: person.posts.map(({ role: _, place, title, from, until }) => ({ title, place, from, until })),
    },
    账号和登录: await accountView(house, person, signIn),
    同意过的说明: agreed.map(({ version, at }) => ({ version, on: dayInChina(Date.parse(at)) })),
    我提的事: cases.map(caseOf),
    消息: await Promise.all(letters.map(({ pk }) => letterOf(house, person.id, pk))),
    存下的筛选: await stores.views.of(person.id),
    我也关心: await caredFor(house, person),
  }
  return { texts, ...(await filesOf(house, person.id)) }
}

/** A matter of theirs: what was said and done, who did it as the page shows it, and who of the office has opened it. */
const caseOf = ({ number, title, workflowTitle, openedOn, closedOn, log, lookedAt, fields }: CaseView) => ({
  ...{ 编号: number, 标题: title, 种类: workflowTitle, 提出: openedOn, 办结: closedOn, 内容: fields },
  经过: log.map(({ no, on, who, title: step, says, values, erased }) => ({
    ...{ 第几条: no, 日期: on, 谁: who, 环节: step, 结果: says, 写的: values, 说明: erased },
  })),
  谁看过: lookedAt ?? [],
})

const letterOf = async (house: House, desk: string, pk: string) => {
  const caseId = pk.slice(`inbox#${desk}#`.length)
  const letter = await house.stores.inbox.letter(desk, caseId)
  const found = (await house.stores.cases.get(caseId))?.found
  return { 编号: found?.number, 消息: letter?.lines.map(({ at, says }) => ({ 时间: at, 内容: says })) ?? [] }
}

/** Their own marks can be worked out from who they are; those of a household are its own. */
const caredFor = async (house: House, { id, village }: Citizen): Promise<readonly string[]> => {
  if (!village) return []
  const { rows } = await house.stores.cases.ofKind(village, '说', { limit: latest })
  const numbers: string[] = []
  for (const { pk, sort } of rows)
    if ((await house.table.marked(`care#${pk}`, careMark(house, id))).has) numbers.push(sort.split('#')[1]!)
  return numbers
}

const filesOf = async (house: House, person: string) => {
  const files = new Map<string, Uint8Array>()
  const left: string[] = []
  let bytes = 0
  for (const id of await house.stores.files.sentBy(person)) {
    const file = await house.stores.files.get(id)
    if (!file?.done) continue
    const name = `${id.slice(0, 9)}-${file.name.replace(/[\\/:*?"<>|\s]/g, '_')}`
    const kept = bytes + file.bytes <= mostBytes ? await house.files.kept(id) : undefined
    if (kept) files.set(name, kept)
    else left.push(name)
    bytes += kept?.length ?? 0
  }
  return { files, left }
}

const allOf = async <R>(page: (after?: string) => Promise<{ rows: R[]; next?: string }>): Promise<readonly R[]> => {
  const rows: R[] = []
  let after: string | undefined
  do {
    const got = await page(after)
    rows.push(...got.rows)
    after = got.next
  } while (after)
  return rows
}
