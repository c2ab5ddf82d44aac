import { isRefusal, type Refusal, refuse } from '@shared/engine/refusal'
import type { SessionRunView } from '@shared/schemas/requestViews'
import { sessionKinds } from '@shared/schemas/sessionForms'
import type { CardView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows'
import { html } from 'hono/html'
import { may, type Reader } from '../../scope'
import type { VillageAt } from '../../store/placeStore'
import type { House } from '../../stores'
import { sessionRunView } from '../../views/sessionsView'
import { today } from '../../world'
import { agendaCss } from './agendaCss'
import { checkpointWords } from './checkpointWords'
import { documentOf, type Markup } from './frame'
import { dayWords, shortDay } from './paperWords'
import type { AgendaAsked } from './printToken'
import { qr } from './qr'

const request = workflowOf('request')!

/** Why this reader gets no agenda, in words; undefined where they do. */
export const whyNoAgenda = (at: VillageAt | undefined, { person, today }: Reader): Refusal | undefined => {
  if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
  return may(person, 'printAgenda', at, today) ? undefined : refuse('notInScope', '议程由村干部和镇里打印。')
}

/** The session of a day as it is about to be run: for whoever sits at the table, so it doesn't say who raised what. */
export const agenda = async (
  house: House,
  { agenda: village, on, person: by }: AgendaAsked,
  origin: string,
): Promise<Markup | Refusal> => {
  const reader: Reader = { today: today(house), person: await house.stores.people.get(by) }
  const at = await house.stores.places.village(village)
  const no = whyNoAgenda(at, reader)
  if (no || !at) return no ?? refuse('notFound')
  const run = await sessionRunView(house, at, on, reader.person)
  if (isRefusal(run)) return run
  const { categories } = await house.stores.requestWords.of(at.place.county)
  const labelOf = (value: unknown) => categories.find((c) => c.value === value)?.label ?? ''
  const itemsOf = (cards: readonly CardView[]) => itemsIn(house, cards, labelOf)
  const [waiting, raw, promised] = await Promise.all([
    itemsOf(run.agenda),
    itemsOf(run.unacknowledged),
    itemsOf(run.promised.map(({ card }) => card)),
  ])
  const checkpoint = await checkpointWords(house, village)
  const title = `${shortDay(run.session.on)}说事日议程`
  const address = `${origin}/office/session/index?village=${village}&on=${on}`
  return documentOf(
    title,
    agendaCss,
    html`<div class="k"><span>${at.township.name}${at.village.name}　村民说事</span><span>${dayWords(reader.today)}打印</span></div><div class="wenwu"></div>
<h1>${title}</h1>${aboutOf(run)}
${promised.length ? html`<section class="part"><h2>先念上次答应的${run.before ? `（${shortDay(run.before)}）` : ''}，共${promised.length}件</h2>${promisedTable(promised, run)}</section>` : ''}
<section class="part"><h2>这次要听的，共${waiting.length}件</h2>${waiting.length ? itemTable(waiting, 1) : html`<p>没有排进来的。到场的人可以当面说。</p>`}</section>
${raw.length ? html`<section class="part"><h2>截止前提的，还没有接下，共${raw.length}件</h2>${itemTable(raw, waiting.length + 1)}</section>` : ''}
<section class="part new"><h2>当场新提的</h2>${blankTable}</section>
<div class="foot">${qr(address)}<div><h3>扫一扫，在手机上一件一件记</h3><p>这张纸不写是谁提的。定下怎么办，当场记进手机，说事人马上看得到。</p>${checkpoint ? html`<p>${checkpoint}。</p>` : ''}</div></div>
<div class="sign">${['主持人', '记录人', '到场人数', '几点开始、几点散会'].map((who) => html`<span>${who}</span>`)}</div>`,
  )
}

type Printed = { id: string; number: string; title: string; category: string; on: string; now: string }

/** What a paper on a table may say of each: what only the office may read is named by its number alone. */
const itemsIn = async (
  house: House,
  cards: readonly CardView[],
  labelOf: (value: unknown) => string,
): Promise<readonly Printed[]> =>
  (await Promise.all(cards.map(({ id }) => house.stores.cases.get(id))))
    .filter((s) => s !== undefined)
    .map(({ found }) => ({
      ...{ id: found.id, number: found.number, on: found.openedOn },
      ...(found.sees === 'office'
        ? { title: '只给村干部看的，内容在手机上', category: '' }
        : { title: found.title, category: labelOf(found.fields.category) }),
      now: found.step === 'closed' ? '办结' : (request.steps.find((s) => s.id === found.step)?.title ?? ''),
    }))

const aboutOf = ({ session }: SessionRunView) => {
  const kind = sessionKinds.find((k) => k.value === session.kind)?.label
  const [day, hour] = session.cutOff.split('T')
  const rows: (readonly [string, string])[] = [
    ['什么时候', `${dayWords(session.on)} ${session.startsAt}（${kind}）`],
    ...(session.was && session.was !== session.on
      ? [['为什么改期', `原定${shortDay(session.was)}${session.why ? `，${session.why}` : ''}`] as const]
      : []),
    ['在哪里', session.place],
    ['谁值班', session.hosts],
    ['听哪些', `${shortDay(day)} ${hour}以前提的，当场也可以提`],
  ]
  return html`<dl class="told">${rows.map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>`)}</dl>`
}

const itemTable = (items: readonly Printed[], first: number) => html`<table class="list">
<thead><tr><th class="no">序</th><th>编号</th><th>什么事</th><th>哪一类</th><th>哪天提的</th><th class="hand">怎么定的、谁来办、哪天办好</th></tr></thead>
<tbody>${items.map((item, i) => html`<tr><td class="no">${first + i}</td><td class="short">${item.number}</td><td>${item.title}</td><td class="short">${item.category}</td><td class="short">${shortDay(item.on)}</td><td></td></tr>`)}</tbody></table>`

const promisedTable = (items: readonly Printed[], { promised }: SessionRunView) => html`<table class="list">
<thead><tr><th>编号</th><th>什么事</th><th>上次怎么定的</th><th>现在到哪一步</th><th class="hand">这次怎么回</th></tr></thead>
<tbody>${items.map((item) => {
  const decided = promised.find(({ card }) => card.id === item.id)?.decided ?? ''
  const says = request.steps.find((s) => s.hears)?.says?.[decided] ?? ''
  return html`<tr><td class="short">${item.number}</td><td>${item.title}</td><td class="short">${says}</td><td class="short">${item.now}</td><td></td></tr>`
})}</tbody></table>`

const blankTable = html`<table class="list">
<thead><tr><th>什么事</th><th class="hand">怎么定的、谁来办、哪天办好</th></tr></thead>
<tbody>${[1, 2, 3].map(() => html`<tr><td></td><td></td></tr>`)}</tbody></table>`
