import { tellOfTheFishpond } from './fishpond'
import { tellOfTheGuarantee } from './guarantee'
import { tellOfTheSecretary } from './leavesOffice'
import { tellOfTheBills } from './roadBills'
import type { Stories } from './stories'

export const matterStories: Stories = [
  ['a fishpond is leased, 600 of 901 come and it is called again', tellOfTheFishpond],
  ['a guarantee asks for the seal', tellOfTheGuarantee],
  ['a road’s bills become the month’s accounts', tellOfTheBills],
  ['a secretary leaves office', tellOfTheSecretary],
]
