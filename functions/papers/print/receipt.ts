import { hourInChina, type Session, sessionsBetween } from '@shared/calendar'
import { addDays } from '@shared/engine/deadline'
import { type Refusal, refuse } from '@shared/engine/refusal'
import { channels } from '@shared/schemas/requestForms'
import type { CaseView } from '@shared/schemas/views'
import { html } from 'hono/html'
import { may, type Reader } from '../../scope'
import type { StoredCase } from '../../store/caseStore'
import type { House } from '../../stores'
import { caseView } from '../../views/caseView'
import { sessionsOf, today } from '../../world'
import { checkpointWords } from './checkpointWords'
import { documentOf, type Markup } from './frame'
import { checkCode, gone } from './paper'
import { dayWords, shortDay } from './paperWords'
import type { CaseAsked } from './printToken'
import { qr } from './qr'
import { receiptCss } from './receiptCss'

/** Why this reader gets no receipt of a case, in words; undefined where they do. */
export const whyNoReceipt = (stored: StoredCase | undefined, reader: Reader): Refusal | undefined => {
  if (!stored || !may(reader.person, 'seeCase', stored, reader.today)) return gone
  const { workflow } = stored
  if (workflow.id !== 'request') return refuse('notNow', '只有说事有回执。别的请选A4打印。')
  return may(reader.person, 'printReceipt', stored, reader.today)
    ? undefined
    : refuse('notInScope', '回执只给说事的人和村干部打印。')
}

/** 回执: for whoever raised it, to keep and to come back with. */
export const receipt = async (
  house: House,
  { case: id, person: by }: CaseAsked,
  addressOf: (id: string) => string,
): Promise<Markup | Refusal> => {
  const reader: Reader = { today: today(house), ...(by && { person: await house.stores.people.get(by) }) }
  const stored = await house.stores.cases.get(id)
  const no = whyNoReceipt(stored, reader)
  if (no || !stored) return no ?? gone
  const view = await caseView(house, stored, reader)
  if (view.outcome === 'withdrawn') return refuse('notNow', '这件事已经撤回，不用打印回执。')
  const at = (await house.stores.places.village(view.village))!
  const [{ rule, holidays }, settings] = await Promise.all([sessionsOf(house, at), house.stores.settings.of(at.place)])
  const checkpoint = await checkpointWords(house, view.village)
  const { heardOn } = view
  const session = heardOn ? sessionsBetween(addDays(heardOn, -31), heardOn, rule, holidays).at(-1) : undefined
  const { onBehalf } = view.fields
  const spokenFor = typeof onBehalf === 'string' ? onBehalf : undefined
  return documentOf(
    `回执 ${view.number}`,
    receiptCss,
    html`<div class="k"><span>${at.township.name}${view.villageName}</span><span>${dayWords(reader.today)}打印</span></div><div class="wenwu"></div>
<h1>说事回执</h1><p class="no">${view.number}</p>
<dl>${rowsOf(view, { spokenFor, session, handleDays: Number(settings.handleDays) }).map(([term, words]) => html`<div><dt>${term}</dt><dd class="pre">${words}</dd></div>`)}</dl>
<div class="foot">${qr(addressOf(id))}<div><h3>怎么问办到哪一步</h3><p>扫码看，或者拿这张纸到村委会问。</p><p>打电话 <b>${at.village.phone}</b>，报编号。</p>${checkpoint ? html`<p>${checkpoint}。</p>` : ''}</div></div>
${spokenFor ? html`<div class="sign"><span>${spokenFor}（签名或按指印）</span><span>日期</span></div>` : ''}
<div class="end"><span>${view.villageName}村民委员会</span><span>核验码 <b class="code">${checkCode(view.log[0].hash)}</b></span></div>`,
  )
}

type About = { spokenFor?: string; session?: Session; handleDays: number }

const rowsOf = (view: CaseView, { spokenFor, session, handleDays }: About): readonly (readonly [string, string])[] => {
  const { text, place, wish, channel } = view.fields
  const [day, hour] = hourInChina(view.log[0].at).split('T')
  const way = channels.find((c) => c.value === channel)?.label
  const now = view.path.find((n) => n.state === 'now' || n.state === 'late')
  const until = view.dueOn ? `，最迟${shortDay(view.dueOn)}` : ''
  return [
    ...(spokenFor ? [['替谁说', spokenFor] as const] : []),
    ['说了什么', String(text ?? view.title)],
    ...(typeof place === 'string' && place ? [['在哪里', place] as const] : []),
    ...(typeof wish === 'string' && wish ? [['想怎么办', wish] as const] : []),
    ['哪天收到', `${dayWords(day)} ${hour}${way ? `（${way}）` : ''}`],
    ...(session
      ? ([
          ['哪天商量', `${shortDay(session.on)} ${session.startsAt}，${session.place}`],
          ['哪天答复', `商量当天定下怎么办，告诉您。由村里办的，${handleDays}天以内办好。`],
        ] as const)
      : []),
    ['现在', view.step === 'closed' ? '已经办结' : `${now?.title ?? ''}${until}`],
  ]
}
