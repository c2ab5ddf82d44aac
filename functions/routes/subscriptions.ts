import type { Citizen } from '@shared/schemas/person'
import type { Route } from '../http/serve'
import type { House } from '../stores'
import { templateNames } from '../wechat/templates'

const titles = { turn: '到我办的事', moved: '我的事有进展', reminder: '快到期、逾期提醒' } as const

export const subscriptionRoutes: Route = (call, house) => {
  call('subscriptions', ({ person }) => subscriptionsOf(house, person))

  call('subscribed', async ({ body, person }) => {
    const ours = idsOf(house)
    // what WeChat is asked about templates that aren't ours, or no more, is no matter of ours
    const answers = Object.fromEntries(Object.entries(body.answers).filter(([id]) => ours.includes(id)))
    if (person.openId && Object.keys(answers).length)
      await house.stores.consents.answered(person.id, body.actId, answers)
    return subscriptionsOf(house, person)
  })
}

const idsOf = ({ wechatPush }: House): readonly string[] =>
  templateNames.flatMap((name) => wechatPush?.templates[name]?.id ?? [])

const subscriptionsOf = async (house: House, { id: person, openId }: Citizen) => {
  const left = await house.stores.consents.left(person, idsOf(house))
  const set = templateNames.flatMap((name) => {
    const template = house.wechatPush?.templates[name]
    return template ? [{ id: template.id, name, title: titles[name] }] : []
  })
  const available = set.length > 0 && openId !== undefined
  return { available, templates: available ? set.map((t, n) => ({ ...t, left: left[n] ?? 0 })) : [] }
}
