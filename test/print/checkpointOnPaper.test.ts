import type { LatestView } from '@shared/schemas/chainViews'
import { codeOf } from '@shared/seenCheckpoint'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { checkpointAll } from '../../functions/checkpoints/checkpointAll'
import { lamps, raise } from '../http/requesting'
import { openHouse, type TestHouse } from '../support/house'
import { matterFile } from './matterPrints'
import { toAnnouncement, toPartyMeeting, toReturned } from './matterWalk'
import { agendaOf, printed } from './papers'

let h: TestHouse
let matter: string
let request: string
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-06-01T09:00:00+08:00', { signingKey: new Uint8Array(32).fill(7) })
  request = (await raise(h, 'villager-dongxi', lamps)).id
  matter = await toReturned(h)
  await toPartyMeeting(h, matter)
  await toAnnouncement(h, matter)
}, 60_000)
afterAll(() => h.close())

const sheets: readonly (readonly [string, () => Promise<{ text: string }>])[] = [
  ['登记表', () => matterFile(h, 'clerk-dongxi', matter, 'record')],
  ['决议', () => matterFile(h, 'clerk-dongxi', matter, 'resolution')],
  ['存档', () => matterFile(h, 'clerk-dongxi', matter, 'archive')],
  ['回执', () => printed(h, 'villager-dongxi', request, 'receipt')],
  ['议程', () => agendaOf(h, 'clerk-dongxi', '2026-06-22')],
]

it('before anything was signed no sheet says so', async () => {
  for (const [name, sheet] of sheets) expect((await sheet()).text, name).not.toContain('号总账')
})

it('each sheet carries the code of the village’s latest checkpoint, as the phone shows it', async () => {
  await checkpointAll(h.house)
  const { body } = await (await h.as()).get<LatestView>('/api/villages/dongxi/checkpoint')
  const { no, root } = body.signed!.checkpoint
  for (const [name, sheet] of sheets)
    expect((await sheet()).text, name).toMatch(
      new RegExp(`村里第${no}号总账（2026年\\d+月\\d+日）核验码 ${codeOf(root)}`),
    )
})
