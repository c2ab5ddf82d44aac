import { tellOfTheKeys } from './byKeys'
import { tellOfNextYear } from './nextYear'
import { toldInChromium } from './stories'
import { townshipStories } from './townshipStories'

const desktop = { width: 1440, height: 900 }

toldInChromium([
  ...townshipStories,
  ['the monitor goes by keys alone', tellOfTheKeys, desktop],
  ['next year’s holidays are entered and days worked out anew', tellOfNextYear, desktop],
])
