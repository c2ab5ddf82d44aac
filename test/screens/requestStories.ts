import { tellOfTheElder } from './elder'
import { tellOfTheMigrant } from './faraway'
import { tellOfTheHearing } from './hearing'
import type { Stories } from './stories'

export const requestStories: Stories = [
  [
    'an elder’s matter is entered at the door, heard in the evening, handled late, reopened, looked at again',
    tellOfTheElder,
  ],
  ['a migrant raises from far away without signal', tellOfTheMigrant],
  ['a dispute goes to a hearing and its outcome is published', tellOfTheHearing],
]
