import { publicityStories } from './publicityStories'
import { toldInChromium } from './stories'

toldInChromium(publicityStories)
