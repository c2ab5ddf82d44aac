import { expect, it } from 'vitest'
import { isShown } from '../../functions/files/shown'

const both = [true, false]

it('what passed the check is shown at once, what is risky never', () => {
  for (const passedByOffice of both)
    for (const hasChecks of both) {
      expect(isShown({ safety: 'pass' }, { passedByOffice, hasChecks })).toBe(true)
      expect(isShown({ safety: 'risky' }, { passedByOffice, hasChecks })).toBe(false)
    }
})

it('what nobody checked is shown when the village has looked: a recording, or a picture where there are no checks', () => {
  for (const hasChecks of both) {
    expect(isShown({}, { passedByOffice: false, hasChecks })).toBe(false)
    expect(isShown({}, { passedByOffice: true, hasChecks })).toBe(true)
  }
})

it('what is being checked waits for the answer; where checks were ended meanwhile, for the village', () => {
  for (const passedByOffice of both) {
    expect(isShown({ safety: 'pending' }, { passedByOffice, hasChecks: true })).toBe(false)
    expect(isShown({ safety: 'pending' }, { passedByOffice, hasChecks: false })).toBe(passedByOffice)
  }
})
