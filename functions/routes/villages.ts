import { nextSession } from '@shared/calendar'
import { refuse } from '@shared/engine/refusal'
import { monthsOf } from '@shared/period'
import type { CardView, DisclosureView, HomeView } from '@shared/schemas/views'
import type { SeenCheckpoint } from '@shared/seenCheckpoint'
import { workflowOf } from '@shared/workflows'
import type { Route } from '../http/serve'
import { stillTheirs } from '../lookedAt'
import { audiencesAt } from '../scope'
import { waitingRows } from '../sessionRows'
import type { ListQuery, Row } from '../store/table'
import type { House } from '../stores'
import { pageText } from '../views/page'
import { planView } from '../views/sessionsView'
import { villageView } from '../views/villageView'
import { sessionsOf, today } from '../world'
import { disclosureFor } from './disclosure'

export const villageRoutes: Route = (call, house) => {
  call('villages', async () => {
    const { townships } = await house.stores.places.places()
    return { villages: townships.flatMap((t) => t.villages.map((v) => villageView(t, v))) }
  })

  call('village', async ({ params }) => {
    const at = await house.stores.places.village(params.id)
    return at ? villageView(at.township, at.village) : refuse('notFound', '没有这个村，请从村名列表里选。')
  })

  call('home', async ({ params, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    const audiences = audiencesAt(person, at.place, today(house))
    const [{ rule, holidays }, { rows, next }, account, waiting, owed, log] = await Promise.all([
      sessionsOf(house, at),
      house.stores.cases.board(params.id, 'all', { limit: 20, audiences }),
      accountOf(house, params.id),
      waitingRows(house, params.id),
      disclosureFor(house, at, Number(today(house).slice(0, 4)), person),
      house.stores.checkpoints.state(params.id),
    ])
    const session = nextSession(new Date(house.now()).toISOString(), rule, holidays)
    const home: HomeView = {
      ...{
        today: today(house),
        village: villageView(at.township, at.village),
        account,
        cards: rows.map((r) => JSON.parse(r.card!)),
        next,
        missing: missingOf(owed),
      },
      session: { ...planView(session), waiting: waiting.length },
      ...(log && { checkpoint: seenOf(log.signed.checkpoint) }),
    }
    return home
  })

  call('board', async ({ params, query, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    const { limit, after, item, period } = query
    const audiences = audiencesAt(person, at.place, today(house))
    if (!item && !period) {
      const { rows, next } = await house.stores.cases.board(params.id, params.board, { limit, after, audiences })
      return pageText(rows, next)
    }
    const wanted = (sort: string) => {
      const [, i, p] = sort.split('#')
      return (!item || i === item) && (!period || p === period)
    }
    const read = (query: ListQuery) => house.stores.cases.board(params.id, params.board, { ...query, audiences })
    const { rows, next } = await sifted(read, { limit, after }, (r) => wanted(r.sort))
    return pageText(rows, next)
  })

  call('cases', async ({ params, query, person }) => {
    const at = await house.stores.places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    const { limit, after, workflow = 'request', mine } = query
    const definition = workflowOf(workflow)
    if (!definition) return refuse('badRequest', '没有这类事项。')
    if (mine === '1') {
      if (!person) return refuse('notSignedIn')
      const read = (query: ListQuery) => house.stores.cases.mine(person.id, query)
      const { rows, next } = await sifted(read, { limit, after }, (r) => r.sort.endsWith(`#${definition.mark}`))
      return pageText(await stillTheirs(house, person, rows), next)
    }
    const { rows, next } = await house.stores.cases.ofKind(params.id, definition.mark, {
      limit,
      after,
      audiences: audiencesAt(person, at.place, today(house)),
    })
    return pageText(rows, next)
  })
}

/** What a phone keeps of a checkpoint. */
const seenOf = ({ no, size, root, at }: SeenCheckpoint): SeenCheckpoint => ({ no, size, root, at })

/** What should hang here and doesn't, the latest due first. */
const missingOf = ({ items }: DisclosureView): HomeView['missing'] =>
  items
    .flatMap(({ code, board, title, periods }) =>
      periods.filter((p) => p.state === 'missing').map(({ period, dueOn }) => ({ code, board, title, period, dueOn })),
    )
    .sort((a, b) => (a.dueOn < b.dueOn ? 1 : -1))
    .slice(0, 9)

const siftingReads = 10

/** A page of those rows that are wanted: reads on where it stopped, so that none is left out; short after ten reads. */
export const sifted = async (
  read: (query: ListQuery) => Promise<{ rows: Row[]; next?: string }>,
  { limit, after }: { limit: number; after?: string },
  wanted: (row: Row) => boolean,
): Promise<{ rows: Row[]; next?: string }> => {
  const rows: Row[] = []
  let next = after
  for (let n = 0; n < siftingReads; n++) {
    const page = await read({ limit: limit - rows.length, after: next })
    rows.push(...page.rows.filter(wanted))
    next = page.next
    if (!next || rows.length === limit) break
  }
  return { rows, next }
}

/** The latest statement on the finance board that everyone may read: found by its item in the key, its sums stand on its card. */
const accountOf = async (house: House, village: string): Promise<HomeView['account']> => {
  const { rows } = await house.stores.cases.board(village, 'finance', { limit: 30, audiences: ['everyone'] })
  const end = (r: Row) => monthsOf(r.sort.split('#')[2])[1] ?? ''
  // a correction of an earlier month is posted later: the latest month is shown, not the latest posting
  const [row] = rows
    .filter((r) => /#F0[23]#/.test(r.sort))
    .sort((a, b) => (end(a) < end(b) ? 1 : end(a) > end(b) ? -1 : 0))
  const { id, sums } = (row?.card ? JSON.parse(row.card) : {}) as CardView
  if (!row || !sums) return null
  const [income, expense, closing] = sums
  return { id, period: row.sort.split('#')[2], opening: closing - income + expense, income, expense, closing }
}
