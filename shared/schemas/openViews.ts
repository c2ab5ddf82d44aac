import { z } from './zod'

/** Open data: what anybody may take without signing in. Days `YYYY-MM-DD` in China time, money integer fen. */

const day = z.string().meta({ format: 'date' })
const fen = z.int()

/** What every answer says of itself. */
const about = {
  village: z.string(),
  villageName: z.string(),
  on: day.meta({ description: 'the day on which this was taken' }),
  licence: z.string(),
  licenceAddress: z.string(),
  guide: z.string().meta({ description: 'where the fields are explained' }),
}

export const openItem = z.object({
  id: z.string(),
  board: z.enum(['party', 'village', 'finance']),
  item: z.string().nullable().meta({ description: 'the code of the disclosure catalogue: F02' }),
  itemName: z.string().nullable(),
  period: z.string().nullable(),
  title: z.string(),
  postedOn: day,
  untilOn: day.nullable().meta({ description: 'displayed at least until' }),
  state: z.enum(['shown', 'over']),
  income: fen.nullable(),
  expense: fen.nullable(),
  closing: fen.nullable(),
  address: z.string().meta({ description: 'where the item itself is read' }),
})

export const openItemsView = z.object({ ...about, items: z.array(openItem), next: z.string().optional() })

export const openAccount = z.object({
  id: z.string(),
  period: z.string(),
  opening: fen,
  income: fen,
  expense: fen,
  closing: fen,
})

export const openAccountsView = z.object({ ...about, accounts: z.array(openAccount) })

export const openGuideView = z.object({
  licence: z.string(),
  licenceAddress: z.string(),
  on: day,
  sets: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      addresses: z.array(z.string()),
      fields: z.array(
        z.object({
          name: z.string(),
          title: z.string(),
          type: z.string(),
          unit: z.string(),
          source: z.string(),
          values: z.record(z.string(), z.string()).optional(),
        }),
      ),
    }),
  ),
})

export type OpenItem = z.infer<typeof openItem>
export type OpenAccount = z.infer<typeof openAccount>
export type OpenGuideView = z.infer<typeof openGuideView>
