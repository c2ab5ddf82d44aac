import type { CaseView, EntryView } from '@shared/schemas/views'
import { describe, expect, it } from 'vitest'
import { asksOf, findingsIn, findingsOf, isAnswered, remarked, toCheck } from '../../miniapp/src/office/act/findings'

const entry = (step: string, more: Partial<EntryView> = {}) =>
  ({ step, values: {}, remarks: [], ...more }) as unknown as EntryView
const file = (name: string, scan?: CaseView['files'][number]['scan']) => ({
  ...{ id: name, name, type: 'application/pdf', bytes: 1, url: '', ...(scan && { scan }) },
})
const mobile = { kind: 'mobile', where: '第2行' }
const noted = { remark: 'personalData', says: '内容有手机号，请核对。' }

describe('what a reviewer is asked because of personal data', () => {
  it('nothing, where every paper was read and holds none', () => {
    const told = findingsOf([file('合同.docx', { readable: true, found: [] })])
    expect(asksOf({ log: [] }, told, [])).toEqual({ checkedByEye: false, override: false })
  })

  it('a tick, where a paper has no words or nobody has looked into it', () => {
    const told = findingsOf([file('照片.jpg', { readable: false, found: [] }), file('合同.pdf')])
    expect(told.unreadable).toEqual(['《照片.jpg》', '《合同.pdf》'])
    expect(asksOf({ log: [] }, told, []).checkedByEye).toBe(true)
  })

  it('a reason against a mobile number; none helps against an ID number', () => {
    const phone = findingsOf([file('名单.xlsx', { readable: true, found: [mobile] })])
    expect(phone.findings).toEqual([{ says: '《名单.xlsx》第2行有手机号', never: false }])
    expect(asksOf({ log: [] }, phone, []).override).toBe(true)
    const idNumber = findingsOf([
      file('名单.xlsx', { readable: true, found: [mobile, { kind: 'idNumber', where: 'B3' }] }),
    ])
    expect(asksOf({ log: [] }, idNumber, []).override).toBe(false)
  })

  it('what was pointed at while it was written counts until it is written anew', () => {
    const log = [entry('open', { remarks: [noted] }), entry('submission')]
    expect(remarked({ log })).toEqual([noted.says])
    expect(asksOf({ log }, { findings: [], unreadable: [] }, remarked({ log })).override).toBe(true)
    expect(remarked({ log: [...log, entry('revision')] })).toEqual([])
  })

  it('isn’t asked again of the second reviewer, but is after a change', () => {
    const log = [entry('open'), entry('financeReview', { values: { checkedByEye: true, override: '办公电话' } })]
    expect([isAnswered({ log }, 'checkedByEye'), isAnswered({ log }, 'override')]).toEqual([true, true])
    expect(isAnswered({ log: [...log, entry('revision')] }, 'checkedByEye')).toBe(false)
    expect(
      isAnswered({ log: [entry('open'), entry('financeReview', { values: { checkedByEye: false } })] }, 'checkedByEye'),
    ).toBe(false)
  })

  it('the server’s no names the places', () => {
    const detail = {
      findings: [{ kind: 'idNumber', where: '内容', says: '内容有身份证号', never: true }],
      unreadable: ['《发票.jpg》'],
    }
    expect(findingsIn({ detail })).toEqual({
      findings: [{ says: '内容有身份证号', never: true }],
      unreadable: ['《发票.jpg》'],
    })
    expect(findingsIn({ detail: { field: 'opinion' } })).toBeUndefined()
  })
})

describe('what whoever acts next is told to check', () => {
  const reused = { remark: 'samePictureElsewhere', says: '有一张照片和东溪章-2026-0001里用过的很像，请核对。' }

  it('is every remark so far with where it was made, once each; personal data is told in its own place', () => {
    const log = [
      entry('open', { title: '提出：用章审核', remarks: [reused, noted] }),
      entry('approval', { title: '村委会审批' }),
      entry('revision', { title: '补材料', remarks: [reused] }),
    ]
    expect(toCheck({ log })).toEqual([{ title: '提出：用章审核', says: reused.says }])
    expect(toCheck({ log: [entry('open')] })).toEqual([])
  })
})
