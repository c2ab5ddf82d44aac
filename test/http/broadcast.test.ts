import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { account, openPrintingHouse, posted } from '../print/papers'
import type { TestHouse } from '../support/house'

type Said = { sentences?: string[]; refusal?: string; says?: string }

let h: TestHouse
let statement: CaseView
beforeAll(async () => {
  h = await openPrintingHouse()
  statement = await posted(h, account(18))
})
afterAll(() => h.close())

const broadcast = async (id: string, person?: string) => (await h.as(person)).get<Said>(`/api/cases/${id}/broadcast`)
const list = (audience: string, item: string, board: string) => ({
  form: {
    ...{ title: '5月名单', board, item, period: item === 'V08' ? '2026-Q2' : '2026', audience },
    ...{ summary: '一共发了600元。', body: '见名单。' },
  },
  ...(item === 'V08' && {
    sheet: {
      kind: 'recipients' as const,
      rows: ['林桂香', '周秋兰'].map((name) => ({ name, what: '慰问金', amount: 30_000 })),
    },
  }),
})

describe('what the loudspeaker says', () => {
  it('says every figure in words, the sums and no name of a row', async () => {
    const { status, body } = await broadcast(statement.id)
    const said = body.sentences!.join('\n')
    expect(status).toBe(200)
    expect(said).not.toMatch(/\d/)
    expect(said).toContain('二〇二六年五月财务收支公开表')
    expect(said).toContain('上期结余三十六万九千八百四十八元七角七分。')
    expect(said).toContain('路灯和村道维修，')
    expect(said).toContain('这件事公开到二〇二六年六月二十日。')
    expect(said).not.toMatch(/林阿海|柯金水|阮海生|方有为/)
  })

  it('is the same whoever asks for it', async () => {
    expect((await broadcast(statement.id, 'clerk-dongxi')).body).toEqual((await broadcast(statement.id)).body)
  })

  it('tells a list by its length and its money', async () => {
    const { id } = await posted(h, list('villagers', 'V08', 'village'))
    expect((await broadcast(id)).status).toBe(404)
    const said = (await broadcast(id, 'villager-dongxi')).body.sentences!.join('\n')
    expect(said).toContain('发放名单一共两条，合计六百元整。')
    expect(said).not.toMatch(/林桂香|周秋兰/)
  })

  it('leaves out the last day once it is over', async () => {
    h.to('2026-06-21')
    expect((await broadcast(statement.id)).body.sentences!.join('\n')).not.toContain('公开到')
    h.to('2026-06-05')
  })
})

describe('what isn’t read out', () => {
  it('is a party matter, a draft, and what nobody may see', async () => {
    const party = await posted(h, list('party', 'P06', 'party'))
    const told = await broadcast(party.id, 'representative-dongxi')
    expect([told.status, told.body.says]).toEqual([409, '这件事不是全村都能看的，不能用大喇叭广播。'])
    const draft = await h.open('clerk-dongxi', 'notice', {
      ...{ title: '村规民约', board: 'village', item: 'V14', happenedOn: '2026-06-05', audience: 'everyone' },
      ...{ summary: '改了一条。', body: '第三条。' },
    })
    expect((await broadcast(draft.id)).status).toBe(404)
    expect((await broadcast(draft.id, 'clerk-dongxi')).body.says).toBe('这件事还没有贴出公开，贴出以后才能广播。')
    expect((await broadcast('c-none')).status).toBe(404)
  })
})
