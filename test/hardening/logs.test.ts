import { describe, expect, it } from 'vitest'
import { tokenFor } from '../../functions/http/signIn'
import { openHouse } from '../support/house'
import { telling } from '../support/telling'

describe('what is written down tells of nobody: every test file fails that sees it do so, by', () => {
  it.each<[string, unknown[]]>([
    ['a phone number', ['sweep', '13800138000']],
    ['a number of an ID card', ['id', { of: '11010519491231002X' }]],
    ['a bank card', ['6222021234567890128']],
    ['an address to write to', ['hai@example.cn']],
    ['what somebody said', ['request', { text: '东头的路灯坏了' }]],
    ['a name in an error', [new Error('林桂香')]],
    ['a name deep inside', [{ a: { b: { c: { d: ['阮海生'] } } } }]],
    ['a name at WeChat', ['push', 'oGZUI0egBJY1zhBYw2KhdUfwVJJE']],
    ['a header', ['Authorization: Bearer abcdefgh.ijklmnop']],
  ])('%s', (_, parts) => {
    expect(telling(parts)).toBeDefined()
  })

  it('a token that we gave', async () => {
    const h = await openHouse('sqlite')
    expect(telling(['token', await tokenFor(h.house, 'clerk-dongxi')])).toBeDefined()
    await h.close()
  })

  it('not by what a fault is found by', () => {
    const frame = '    at Object.get (/srv/mingwu/functions/store/caseStore.ts:41:11)'
    for (const parts of [
      ['K3F9QZ', 'POST', '/api/cases/:id/acts', `ConditionalCheckFailedException 400\n${frame}`],
      ['push', 'failed', 40003],
      ['{"swept":12}'],
      ['sweep', 'c0123456789abcdef01234567'],
    ])
      expect(telling(parts)).toBeUndefined()
  })
})
