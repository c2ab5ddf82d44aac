import { tellOfTheHelpedVillage } from './helpedVillage'
import { tellOfTheLateRequest } from './lateRequest'
import { tellOfTheMissingItem } from './missingItem'
import type { Stories } from './stories'

/** What a township does in a month, on a phone. */
export const townshipStories: Stories = [
  ['a late request is reminded of, urged, answered, closed and reported', tellOfTheLateRequest],
  ['what is missing on a board is urged with one tap', tellOfTheMissingItem],
  ['a village is helped, noted each month', tellOfTheHelpedVillage],
]
