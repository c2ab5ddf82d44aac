import type { CaseView } from '@shared/schemas/views'
import type { Deps } from '../../functions/deps'
import { raisedRoad } from '../journeys/meetings'
import { published } from '../journeys/notices'
import { openHouse } from '../support/house'

type Row = { direction: 'in' | 'out'; category: string; purpose: string; amount: number }
const withdrawnIncome = 4_321_987

/**
 * 东溪村 with something of everything on its boards, requests of each kind, and 沙塘村 that shows its boards only
 * to who has signed in. `secrets` are words that nobody may read without signing in.
 */
export const filledHouse = async (more: Partial<Deps> = {}) => {
  const h = await openHouse('sqlite', '2026-06-08T09:00:00+08:00', more)
  const on = '2026-06-08'
  const month = async (period: string, rows: readonly Row[]): Promise<CaseView> => {
    const income = rows.reduce((sum, r) => sum + (r.direction === 'in' ? r.amount : 0), 0)
    const expense = rows.reduce((sum, r) => sum + (r.direction === 'out' ? r.amount : 0), 0)
    const sheet = await h.house.stores.sheets.save({
      ...{ kind: 'statement', period, opening: 0, closing: income - expense },
      rows: rows.map((r, i) => ({ on: `${period}-0${i + 1}`, voucher: `记-${i + 1}`, ...r })),
    })
    const form = { title: `${period}收支`, board: 'finance', item: 'F03', period, audience: 'everyone' }
    return published(h, { ...form, summary: '照实公开。', sheet: sheet.id }, on)
  }
  const income = (amount: number, purpose = '上网电费'): Row => ({
    ...{ direction: 'in', category: '光伏发电', purpose, amount },
  })
  const spent = (amount: number): Row => ({ direction: 'out', category: '税费', purpose: '印花税', amount })
  const notice = { board: 'village', item: 'V14', audience: 'everyone', happenedOn: '2026-06-05', body: '大家照办。' }

  const older = await month('2026-01', [income(5000), spent(5000)])
  const withdrawn = await month('2026-03', [income(withdrawnIncome, '撤下前写的用途'), spent(withdrawnIncome)])
  await h.done('township', withdrawn.id, {
    ...{ aside: 'withdraw', form: { ground: 'personalData', reason: '写了不该写的。' } },
  })
  const statement = await month('2026-05', [income(120_000), spent(100)])
  const formula = await published(h, { ...notice, title: '=HYPERLINK("http://example.cn","点我")' }, on)
  const forVillagers = await published(h, { ...notice, title: '只给村民看的标题', audience: 'villagers' }, on)
  const draft = await h.open('clerk-dongxi', 'notice', { ...notice, title: '还在写的标题' })
  const raise = (text: string, more: object = {}) =>
    h.open('villager-dongxi', 'request', { ...raisedRoad, text, ...more })
  const request = await raise('三组路灯不亮的原话', { category: 'utilities', place: '老榕树边上', wish: '换成亮的' })
  const forOffice = await raise('只给村干部看的原话', { visibility: 'office' })
  const withdrawnRequest = await raise('又撤回的原话')
  await h.done('villager-dongxi', withdrawnRequest.id, { aside: 'withdraw', form: { reason: '自己修好了。' } })

  const { townships } = await h.house.stores.places.places()
  await h.house.stores.places.save({
    townships: townships.map((t) => ({
      ...t,
      villages: t.villages.map((v) => (v.id === 'shatang' ? { ...v, closedToGuests: true as const } : v)),
    })),
  })
  const closed = await h.open(
    'clerk-shatang',
    'notice',
    { ...notice, title: '沙塘村自己的标题' },
    { villageId: 'shatang' },
  )
  await h.done('clerk-shatang', closed.id, { outcome: 'village' })
  await h.done('supervisor-shatang', closed.id, { outcome: 'agreed', form: { opinion: '属实。' } })
  await h.done('clerk-shatang', closed.id, { form: { boardOn: on } })
  const ofShatang = await h.open('villager-shatang', 'request', raisedRoad, { villageId: 'shatang' })
  await h.sweep()

  const villager = (await h.house.stores.people.get('villager-dongxi'))!
  return Object.assign(h, {
    ...{ older: older.id, withdrawn: withdrawn.id, statement: statement.id, formula: formula.id },
    ...{ forVillagers: forVillagers.id, draft: draft.id, withdrawnIncome, closedTitle: '沙塘村自己的标题' },
    ...{ request: request.id, forOffice: forOffice.id, withdrawnRequest: withdrawnRequest.id, ofShatang: ofShatang.id },
    secrets: [
      ...['只给村民看的标题', '还在写的标题', '撤下前写的用途', '写了不该写的', String(withdrawnIncome)],
      ...['三组路灯不亮的原话', '老榕树边上', '换成亮的', '只给村干部看的原话', '又撤回的原话', '自己修好了'],
      ...['沙塘村自己的标题', villager.name, villager.id],
    ],
  })
}

export type FilledHouse = Awaited<ReturnType<typeof filledHouse>>
