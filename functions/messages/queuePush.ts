import type { Case } from '@shared/engine/case'
import { may } from '../scope'
import { definitionOf } from '../store/caseStore'
import type { House } from '../stores'
import type { TemplateName } from '../wechat/templates'
import { today } from '../world'
import { holdersOf } from './holders'
import { byDay } from './hours'
import type { Message } from './messagesOf'

/** What is older is news no more, in milliseconds. */
export const newsFor = 2 * 86_400_000

/** Through which templates it may go, the fitting one first: that it is the opener's turn is also how theirs moves on. */
const kindsOf = ({ kind, desk }: Message, { opener }: Case): readonly TemplateName[] =>
  kind === 'told' ? ['reminder'] : kind === 'turn' && desk === opener ? ['turn', 'moved'] : [kind]

/** Notes what is to be sent through WeChat to whoever holds that desk and agreed to it; noted twice, it is one. */
export const queuePush = async (house: House, found: Case, message: Message): Promise<void> => {
  const { desk, no, at, by } = message
  const templates = house.wechatPush?.templates
  const kinds = kindsOf(message, found).filter((kind) => templates?.[kind])
  if (!kinds.length || house.now() - Date.parse(at) > newsFor) return
  const reader = { today: today(house) }
  const workflow = definitionOf(found)
  for (const person of await holdersOf(house, desk, reader.today)) {
    if (person.id === by || !person.openId || !may(person, 'seeCase', { workflow, found }, reader.today)) continue
    const left = await house.stores.consents.left(
      person.id,
      kinds.map((kind) => templates![kind]!.id),
    )
    const kind = kinds.find((_, n) => left[n]! > 0)
    if (kind) await house.stores.pushes.note(person.id, found.id, { desk, no, at, kind }, byDay(house.now()))
  }
}
