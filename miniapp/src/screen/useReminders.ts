import type { SubscriptionsView } from '@shared/schemas/monitorViews'
import { useState } from 'react'
import { tellAgreed } from '../api/agreed'
import { useSession } from '../api/session'
import { useCall } from '../api/useCall'
import { askToSend, canSubscribe } from '../platform/subscribe'

export type Kind = SubscriptionsView['templates'][number]['name']

export type Reminders = {
  templates: SubscriptionsView['templates']
  /** to be called by a tap itself */
  ask: () => Promise<void>
  busy: boolean
  /** what came of it */
  says?: string
}

/** WeChat's messages of these kinds, for whoever can have them; undefined on the web and where WeChat isn't set up. */
export function useReminders(kinds: readonly Kind[]): Reminders | undefined {
  const person = useSession()?.person
  const found = useCall('subscriptions', canSubscribe && person ? {} : null)
  const [busy, setBusy] = useState(false)
  const [says, setSays] = useState<string>()
  const templates = found.answer?.available ? found.answer.templates.filter(({ name }) => kinds.includes(name)) : []
  if (templates.length === 0 || found.savedAt) return undefined

  const ask = async () => {
    // nothing may come before it: WeChat shows its question inside the tap alone
    const told = await askToSend(templates.map(({ id }) => id))
    if ('refused' in told) return setSays(String(told.refused))
    setBusy(true)
    const { answer, refused } = await tellAgreed(told)
    setBusy(false)
    if (answer) found.set(answer)
    const isAgreed = Object.values(told).includes('accept')
    setSays(
      !isAgreed
        ? '没有打开。要看进展，打开“我的”里的“消息”就行。'
        : refused
          ? '记在手机里了，有网就自动生效。'
          : '记下了。同意一次提醒一次，用完了再点。',
    )
  }
  return { templates, ask, busy, says }
}
