import type { CaseView } from '@shared/schemas/views'
import { published } from '../journeys/notices'
import type { TestHouse } from '../support/house'
import { today } from './people'

/** A word that stands in each case and nowhere else: whoever reads it has read that case. */
export const marks = {
  draft: '甲子稿子',
  hanging: '乙丑上墙',
  villagersOnly: '丙寅村内',
  partyOnly: '丁卯党内',
  closed: '戊辰期满',
  stone: '己巳撤下',
  privateRequest: '庚午私事',
  villagersRequest: '辛未村事',
  watch: '壬申帮扶',
  seal: '癸酉盖章',
  objection: '甲戌疑问',
  formersDraft: '乙亥旧稿',
  feedback: '丙子投诉',
} as const
export type CaseName = keyof typeof marks

/** A case in each state, as people who hold their posts make them; among them a draft of someone whose post ends before they are asked. */
export const story = async (h: TestHouse): Promise<Readonly<Record<CaseName, string>>> => {
  const ids: Partial<Record<CaseName, string>> = {}
  const keep = (name: CaseName, { id }: CaseView) => {
    ids[name] = id
    return id
  }
  const sheet = async (period: string, purpose: string) => {
    const row = { on: `${period}-03`, voucher: '记-1', category: '其他', purpose, amount: 100 }
    const rows = [
      { ...row, direction: 'in' },
      { ...row, direction: 'out' },
    ]
    const body = { kind: 'statement', period, opening: 0, closing: 0, rows }
    return (await h.house.stores.sheets.save(body as never)).id
  }
  const account = async (name: CaseName, period: string) => ({
    ...{ title: `${marks[name]}的账`, board: 'finance', item: 'F03', period, audience: 'everyone' },
    ...{ summary: `${marks[name]}，收支平衡。`, sheet: await sheet(period, marks[name]) },
  })
  const news = (name: CaseName, more: object) => ({
    ...{ title: `${marks[name]}的事`, board: 'village', item: 'V02', happenedOn: '2026-06-01', audience: 'everyone' },
    ...{ body: `${marks[name]}，内容在这里。`, ...more },
  })

  h.to('2026-05-04')
  keep('closed', await published(h, news('closed', { happenedOn: '2026-05-04' }), '2026-05-04'))
  h.to('2026-06-08')
  await h.sweep()
  keep('formersDraft', await h.open('former-clerk', 'notice', news('formersDraft', {})))
  keep('hanging', await published(h, await account('hanging', '2026-04'), '2026-06-08'))
  keep('villagersOnly', await published(h, news('villagersOnly', { audience: 'villagers' }), '2026-06-08'))
  keep('partyOnly', await published(h, news('partyOnly', { audience: 'party' }), '2026-06-08'))
  const wrong = keep('stone', await published(h, news('stone', {}), '2026-06-08'))
  await h.done('township', wrong, { aside: 'withdraw', form: { ground: 'personalData', reason: '写了人名' } })
  keep('draft', await h.open('clerk-dongxi', 'notice', await account('draft', '2026-05')))
  const said = (name: CaseName, visibility: string) => ({ text: marks[name], category: 'dispute', visibility })
  keep('privateRequest', await h.open('villager-dongxi', 'request', said('privateRequest', 'office')))
  keep('villagersRequest', await h.open('villager-dongxi', 'request', said('villagersRequest', 'villagers')))
  const help = {
    ...{ title: `${marks.watch}的村`, reason: '账目拖欠', leader: 'leader', plan: '每月来一次，把账理清。' },
    notedOn: '2026-06-08',
    finishBy: '2026-10-31',
  }
  keep('watch', await h.open('leader', 'watch', help))
  const paper = {
    ...{ sealKind: 'committee', paper: 'certificate', document: marks.seal, purpose: '孩子上学', copies: 1 },
    ...{ applicant: '本人', written: 'whole' },
  }
  keep('seal', await h.open('villager-dongxi', 'sealReview', paper))
  const asked = { question: `${marks.objection}，钱花在哪里？` }
  keep('objection', await h.open('villager-dongxi', 'objection', asked, { about: ids.hanging }))
  keep('feedback', await h.open('villager-dongxi', 'feedback', { kind: 'complaint', text: marks.feedback }))
  h.to(today)
  await h.sweep()
  return ids as Record<CaseName, string>
}
