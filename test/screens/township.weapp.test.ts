import { tellOfOneMessage } from './oneMessage'
import { toldInWechat } from './stories'
import { townshipStories } from './townshipStories'

toldInWechat([...townshipStories, ['a tap, one message', tellOfOneMessage]])
