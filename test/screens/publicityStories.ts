import { tellOfTheAccounts } from './accounts'
import { tellOfTheIdNumber } from './idNumber'
import { tellOfTheQuarter } from './quarter'
import type { Stories } from './stories'

export const publicityStories: Stories = [
  [
    'a month’s accounts are imported, reviewed by two, published, asked about on one line, corrected',
    tellOfTheAccounts,
  ],
  ['a quarter goes by and an item is missing', tellOfTheQuarter],
  ['an ID number tries to get out in five ways', tellOfTheIdNumber],
]
