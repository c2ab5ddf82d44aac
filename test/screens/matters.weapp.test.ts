import { matterStories } from './matterStories'
import { toldInWechat } from './stories'

toldInWechat(matterStories)
