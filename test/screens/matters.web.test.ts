import { matterStories } from './matterStories'
import { toldInChromium } from './stories'

toldInChromium(matterStories)
