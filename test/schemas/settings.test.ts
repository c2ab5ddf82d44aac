import { settings, settingsWith } from '@shared/schemas/settings'
import { expect, it } from 'vitest'

it('every setting has its default, its sentence, its source and its standing', () => {
  for (const [name, { value, says, source, standing, unit }] of Object.entries(settings)) {
    // a switch is off or on
    expect(Array.isArray(value) ? value.length : value, name).toBeGreaterThan(unit === 'switch' ? -1 : 0)
    expect(says, name).toMatch(/\p{Script=Han}/u)
    expect(source, name).not.toBe('')
    expect(['law', 'party', 'local', 'ours']).toContain(standing)
  }
})

it('the defaults are the law’s own: 公示15天, 通知3天, 党员大会三分之二', () =>
  expect(settingsWith()).toMatchObject({ displayDays: 15, noticeDays: 3, partyQuorum: [2, 3] }))

it('a village’s own stands on top of the defaults', () =>
  expect(settingsWith({ handleDays: 5 })).toEqual({ ...settingsWith(), handleDays: 5 }))
