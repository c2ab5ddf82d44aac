import { addDays, daysBetween } from '@shared/engine/deadline'
import { yuan } from '@shared/money'
import type { SheetRow } from '@shared/sheetKinds'
import type { Sheet } from '@shared/sheets'
import {
  lastMonth,
  monthBefore,
  netOf,
  opinionOn,
  type Sum,
  shownOpening,
  sumsOf,
  totalOf,
  vouchersOf,
} from './accounts'
import type { Days } from './days'
import { lot } from './days'
import { places } from './places'
import type { Line, Told } from './telling'

const wan = (fen: number) => `${(fen / 1_000_000).toFixed(2)}万元`
const monthAfter = (month: string) => addDays(`${month}-28`, 7).slice(0, 7)

/** Where the finance of a village is read first. */
export const financeReview = (village: string): { outcome: string; by: string } =>
  village === 'jiaotou'
    ? { outcome: 'collective', by: `collectiveSupervisor-${village}` }
    : { outcome: 'finance', by: `supervisor-${village}` }

export type Account = { village: string; month: string; sums: readonly Sum[]; sheet: Sheet }

/** The accounts of the last months, each opening where the one before closed. */
export const accountsOf = (village: string, many: number, days: Days): readonly Account[] => {
  const months = [lastMonth(days.today)]
  while (months.length < many) months.unshift(monthBefore(months[0]))
  const all = months.map((month) => ({ month, sums: sumsOf(village, month, days.today) }))
  const before = all.slice(0, -1).reduce((a, { sums }) => a + netOf(sums), 0)
  let balance = village === 'dongxi' ? shownOpening - before : 15_000_000 + lot(village, 30_000_000)
  return all.map(({ month, sums }) => {
    const opening = balance
    balance += netOf(sums)
    const rows = vouchersOf(village, month, sums)
    return { village, month, sums, sheet: { kind: 'statement', period: month, opening, closing: balance, rows } }
  })
}

/** The day on which the account of a month was posted, counted from today. */
export const accountPosted = (month: string, days: Days): number => daysBetween(days.today, `${monthAfter(month)}-05`)

export const accountKey = (village: string, month: string): string => `${village}:account:${month}`

const content = ({ village, month, sums, sheet }: Account) => {
  const [y, m] = month.split('-').map(Number)
  const name = places.villages.find((v) => v.id === village)!.name
  const most = [...sums].filter((s) => s.flow.direction === 'out').sort((a, b) => b.amount - a.amount)[0]
  const [income, spent] = [totalOf(sums, 'in'), totalOf(sums, 'out')]
  return {
    ...{ title: `${name}${y}年${m}月财务收支公开表`, board: 'finance', item: 'F03', period: month },
    ...{ audience: 'everyone' },
    summary: `${m}月收入${wan(income)}，支出${wan(spent)}，月底结余${wan(sheet.closing!)}。花得最多的是${most.flow.category}。`,
    body: '收支逐笔列在下面，每一笔都有凭证号，收付款的个人只写姓。有看不懂的，可以在那一笔旁边问，也可以到村委会查单子。',
  }
}

/** Sent in, read by two, posted: on four days running. */
const reviewed = (village: string, first: number, days: Days, wall: boolean): readonly Line[] => {
  const to = financeReview(village)
  const clerk = `clerk-${village}`
  return [
    { day: first, by: clerk, outcome: to.outcome, at: '15:40', form: { note: '凭证和银行对账单在档案盒里。' } },
    { day: first + 1, by: to.by, outcome: 'agreed', form: { opinion: opinionOn(`${village}${days.on(first)}`) } },
    { day: first + 2, by: 'agency', outcome: 'agreed', form: { opinion: '和账面、银行对账单核对一致，同意公开。' } },
    {
      ...{ day: first + 3, by: clerk, at: '09:30', form: { boardOn: days.on(first + 3) } },
      ...(wall && { pictures: { boardPhotos: ['wall'] as const } }),
    },
  ]
}

const statement = (account: Account, days: Days, wall: boolean): Told => {
  const { village, month, sheet } = account
  const first = daysBetween(days.today, `${monthAfter(month)}-02`)
  return {
    ...{ key: accountKey(village, month), village, workflow: 'notice' },
    opens: { day: first, by: `clerk-${village}`, at: '09:10', form: content(account), sheet },
    lines: reviewed(village, first, days, wall),
  }
}

const misplaced = ['绿化养护', '水渠和泵站管护', '路灯和村道维修']

/** An account as it hung first, with one voucher under 其他支出, and its correction ten days later: no sum changes. */
const corrected = (account: Account, days: Days): readonly Told[] => {
  const { village, month, sheet } = account
  const category = misplaced.find((c) => sheet.rows.some((r) => r.category === c))!
  const at = sheet.rows.findIndex((r) => r.category === category)
  const row = sheet.rows[at]
  const rows = sheet.rows.map((r, i): SheetRow => (i === at ? { ...r, category: '其他支出' } : r))
  const day = daysBetween(days.today, `${monthAfter(month)}-13`)
  const told = content(account)
  return [
    statement({ ...account, sheet: { ...sheet, rows } }, days, true),
    {
      ...{ key: `${accountKey(village, month)}:corrected`, village, workflow: 'correction' },
      linked: { from: accountKey(village, month) },
      opens: {
        ...{ day, by: `clerk-${village}`, at: '09:20', sheet },
        form: {
          ...{ ...told, title: `${told.title}（更正）` },
          changed: `${row.voucher}号“${row.purpose}”${yuan(row.amount as number)}元误记在“其他支出”，应当记在“${category}”。收入、支出的总数和结余都没有变。`,
        },
      },
      lines: reviewed(village, day, days, false),
    },
  ]
}

/** Accounts of the last months: written, read by two, posted. In 东溪村 the last but one was corrected. */
export const statementsOf = (village: string, many: number, days: Days): readonly Told[] =>
  accountsOf(village, many, days).flatMap((account, i) =>
    village === 'dongxi' && i === many - 2
      ? corrected(account, days)
      : [statement(account, days, village === 'dongxi' && i >= many - 2)],
  )
