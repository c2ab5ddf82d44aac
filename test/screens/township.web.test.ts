import { toldInChromium } from './stories'
import { townshipStories } from './townshipStories'

toldInChromium([...townshipStories])
