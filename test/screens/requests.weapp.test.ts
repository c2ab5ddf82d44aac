import { requestStories } from './requestStories'
import { toldInWechat } from './stories'

toldInWechat(requestStories)
