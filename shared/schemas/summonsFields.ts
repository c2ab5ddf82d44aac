import { choice, day, longText, text, time } from './fields'

/** Who is called in by the township, when, where and why; the reason is the office's. */
export const summonsFields = {
  summoned: choice('约谈谁', [
    { value: 'secretary', label: '村党支部书记' },
    { value: 'director', label: '村委会主任' },
    { value: 'both', label: '书记和主任' },
  ]),
  meetOn: day('哪天谈'),
  meetAt: time('几点'),
  meetPlace: text('在哪里', 60),
  reason: longText('为什么约谈', 500, { sees: 'office' }),
}
