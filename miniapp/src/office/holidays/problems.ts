import { type TableProblem, tableProblems } from '@shared/holidayTables'
import type { HolidayTable } from '@shared/schemas/monitorViews'

export type Known = { published: string; until: string }
/** What is wrong and the place on the page that it stands at: off-2, on-0, off. */
export type Wrong = { id: string; says: string }

const idOf = ({ field, line }: TableProblem): string => (line === undefined ? field : `${field}-${line}`)

/** Whether a line has all that it takes to be judged. */
const isWhole = ({ name, from, until }: HolidayTable['off'][number]): boolean =>
  name.trim() !== '' && from !== '' && until !== ''

/** As it is sent: names without blanks around them. */
export const tableSent = ({ off, on }: HolidayTable): HolidayTable => ({
  off: off.map(({ name, ...range }) => ({ name: name.trim(), ...range })),
  on,
})

/** All that keeps the table from being saved: what isn't filled in, and what the rules say of the rest. */
export const wrongIn = (year: number, table: HolidayTable, known: Known): readonly Wrong[] => {
  const empty = table.off.flatMap((line, i): Wrong[] => {
    if (isWhole(line)) return []
    const what = line.name.trim() === '' ? '请写上放的是什么假' : `请选“${line.name.trim()}”哪天到哪天放假`
    return [{ id: `off-${i}`, says: `${what}，或者去掉这一行。` }]
  })
  const blank = table.on.flatMap((day, i): Wrong[] =>
    day === '' ? [{ id: `on-${i}`, says: '请选哪天调休上班，或者去掉这一行。' }] : [],
  )
  const told = new Set([...empty, ...blank].map(({ id }) => id))
  const judged = tableProblems(year, tableSent(table), known).map((problem) => ({
    id: idOf(problem),
    says: problem.says,
  }))
  return [...empty, ...blank, ...judged.filter(({ id }) => !told.has(id))]
}

/** What is told while somebody types: of lines that are filled in; a line that isn't yet, and what is still to come, waits for the first try. */
export const wrongSoFar = (year: number, table: HolidayTable, known: Known): readonly Wrong[] => {
  const begun = new Set([
    ...table.off.flatMap((line, i) => (isWhole(line) ? [] : [`off-${i}`])),
    ...table.on.flatMap((day, i) => (day === '' ? [`on-${i}`] : [])),
    'off',
  ])
  return wrongIn(year, table, known).filter(({ id }) => !begun.has(id))
}
