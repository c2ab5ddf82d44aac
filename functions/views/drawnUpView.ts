import type { DrawnUpView, SealRegisterView } from '@shared/schemas/reviewViews'
import type { SheetRow } from '@shared/sheetKinds'
import { bookedBills } from '../bookedBills'
import type { Reader } from '../scope'
import type { House } from '../stores'
import { sealRegisterView } from './sealRegisterView'

type Row = DrawnUpView['rows'][number]

/**
 * The rows of a list that are known already: booked bills as lines of the statement of a month or quarter, or the month's
 * register of seals in the columns of its list, without the names of those who asked. For whoever hands the list in.
 */
export const drawnUpView = async (
  house: House,
  village: string,
  { kind, period }: Pick<DrawnUpView, 'kind' | 'period'>,
  reader: Reader,
): Promise<DrawnUpView> => {
  const drawn =
    kind === 'statement'
      ? await bookedBills(house, village, period, reader.today)
      : (await sealRegisterView(house, village, period, reader)).rows.map((r) => ({ ...r, row: useOf(r) }))
  return {
    ...{ kind, period },
    rows: drawn.map(({ row }) => row as Row),
    from: drawn.map(({ id, number }) => ({ id, number })),
  }
}

const useOf = ({
  on,
  seal,
  paper,
  document,
  copies,
  decision,
  number,
  voidOn,
}: SealRegisterView['rows'][number]): SheetRow => ({
  ...{ on, seal, paper, document, copies, number },
  ...(decision && { decision }),
  ...(voidOn && { note: '作废' }),
})
