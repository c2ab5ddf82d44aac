import { choice, day, form, longText, sheet, text } from './fields'

const change = {
  kind: choice('怎么改', [
    { value: 'rows', label: '改几个人', help: '有人来、有人走、情况变了' },
    { value: 'whole', label: '整本换', help: '用一张新表换下原来的名册' },
  ]),
  effectiveOn: day('从哪天起算'),
  sheet: sheet('名册', { sees: 'office' }),
  reason: longText('为什么改', 500),
}

export const rosterForms = {
  rosterChange: form({ title: text('这次改什么', 40, { help: '例如：2026年春季核对名册' }), ...change }),
  rosterRevision: form(change),
}
