import type { SubscriptionsView } from '@shared/schemas/monitorViews'
import { onAppShow, onNetworkBack } from '../platform/network'
import { newActId } from '../platform/random'
import { kept } from '../platform/storage'
import type { Agreed } from '../platform/subscribe'
import { call, type Reply } from './client'
import { personId } from './session'

type Answers = { actId: string; person: string; answers: Readonly<Record<string, Agreed>> }

// WeChat asks once and forgets: what was answered without network is told later, with the same act id.
const agreed = kept<readonly Answers[]>('agreed', [])
const passes: readonly string[] = ['offline', 'broken', 'tooManyRequests', 'signInExpired', 'notSignedIn']
const most = 20

const sendOne = async ({ actId, answers }: Answers): Promise<Reply<SubscriptionsView>> => {
  const reply = await call('subscribed', { body: { actId, answers } })
  if (!reply.refused || !passes.includes(reply.refused.refusal))
    agreed.set(agreed.get().filter((one) => one.actId !== actId))
  return reply
}

/** Tells the server what WeChat was answered; the answer is how many messages are left of each kind. */
export async function tellAgreed(answers: Answers['answers']): Promise<Reply<SubscriptionsView>> {
  const one = { actId: await newActId(), person: personId() ?? '', answers }
  agreed.set([...agreed.get(), one].slice(-most))
  return sendOne(one)
}

/** What this person answered and the server doesn't know yet, oldest first; stops where there is no network. */
async function sendAgreed(): Promise<void> {
  for (const one of agreed.get()) {
    if (one.person !== personId()) continue
    const { refused } = await sendOne(one)
    if (refused && passes.includes(refused.refusal)) return
  }
}

/** From now on it goes out when the app comes to the front and when the network comes back. */
export function startAgreed(): void {
  onNetworkBack(() => void sendAgreed())
  onAppShow(() => void sendAgreed())
  void sendAgreed()
}
