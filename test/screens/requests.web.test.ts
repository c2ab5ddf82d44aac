import { requestStories } from './requestStories'
import { toldInChromium } from './stories'

toldInChromium(requestStories)
