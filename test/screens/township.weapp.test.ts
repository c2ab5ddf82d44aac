import { toldInWechat } from './stories'
import { townshipStories } from './townshipStories'

toldInWechat(townshipStories)
