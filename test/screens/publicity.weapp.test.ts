import { publicityStories } from './publicityStories'
import { toldInWechat } from './stories'

toldInWechat(publicityStories)
