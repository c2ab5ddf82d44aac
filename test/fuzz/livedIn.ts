import type { Case } from '@shared/engine/case'
import { everyItem } from '../../functions/store/everyRecord'
import { raisedRoad } from '../journeys/meetings'
import { filledHouse } from '../open/filledHouse'
import { engines } from '../support/stores'
import type { Hints } from './fromSchema'
import { recorded } from './recorded'

const openId = 'oSECRETofVILLAGERdongxi'

/** A village in use, over a table that notes what is written; the words and keys that nobody else may be sent; what there is to name. */
export const livedIn = async () => {
  const { table: real, shut } = await engines.sqlite()
  const { table, takeWritten } = recorded(real)
  const h = await filledHouse({ table })
  const villager = (await h.house.stores.people.get('villager-dongxi'))!
  await h.house.stores.people.save({ ...villager, openId })
  const items = await everyItem(real)
  const cases = items.filter((i) => i.head).map((i) => JSON.parse(i.body) as Case)
  const ofOffice = cases.filter((c) => [h.forOffice, h.draft].includes(c.id))
  const nobodys = [
    ...[h.house.secret, openId, ...cases.map((c) => c.salt)],
    ...ofOffice.flatMap((c) => c.log.flatMap((e) => Object.values(e.salts))),
  ]
  const offices = ['还在写的标题', '撤下前写的用途', String(h.withdrawnIncome), '只给村干部看的原话']
  const villagers = ['只给村民看的标题', '三组路灯不亮的原话', '老榕树边上', '换成亮的', '又撤回的原话']
  const ids = cases.map((c) => c.id)
  const forms = [
    {},
    raisedRoad,
    { reason: '看过了。' },
    { opinion: '属实。' },
    { decision: '村里修。', heldOn: '2026-06-08' },
  ]
  const hints: Hints = {
    ...{ villages: ['dongxi', 'dongxi', 'shatang', 'qiaowei'], townships: ['shiwan'], counties: ['demo-county'] },
    ...{ places: ['dongxi', 'shatang', 'shiwan', 'demo-county'], cases: [...ids, 'c0123456789abcdef01234567'] },
    ...{ case: ids, from: [undefined, ...ids], about: [undefined, ...ids], to: ids, service_request_id: ids },
    ...{
      village: ['dongxi', 'shatang'],
      villageId: ['dongxi', 'dongxi', 'shatang'],
      jurisdiction_id: ['dongxi', 'shatang'],
    },
    ...{ township: ['shiwan'], board: ['all', 'party', 'village', 'finance'], on: ['2026-06-10', '2026-06-08'] },
    // nobody who calls here: a person has room for so many sign-ins
    ...{ person: ['collective-dongxi', 'nobody'], period: ['2026-05', '2026-Q2'], month: ['2026-05', '2026-06'] },
    ...{
      workflow: ['request', 'request', 'notice', 'objection', 'sealReview', 'feedback'],
      form: forms,
      seen: [1, 1, 2, 3, 5],
    },
    ...{ outcome: [undefined, 'acknowledged', 'village', 'agreed', 'handle', 'answered'], mine: ['0', '1'] },
    ...{ aside: [undefined, undefined, undefined, 'supplement', 'withdraw', 'drop'], code: ['road', 'utilities'] },
    ...{ service_code: ['road', 'utilities', 'road,relief'], roll: ['adults', 'households'], q: ['路', '公开'] },
  }
  return {
    ...{ h, hints, takeWritten, real },
    /** whose eyes: what none of their answers may hold */
    markers: {
      outside: [...nobodys, ...offices, ...villagers, h.closedTitle],
      ofOthers: [...nobodys, ...offices, ...villagers],
      ofDongxi: [...nobodys, ...offices],
      ofOffice: nobodys.filter((m) => !ofOffice.some((c) => c.log.some((e) => Object.values(e.salts).includes(m)))),
    },
    close: async () => {
      await h.close()
      await shut()
    },
  }
}

export type LivedIn = Awaited<ReturnType<typeof livedIn>>
