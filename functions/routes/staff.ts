import { randomBytes } from 'node:crypto'
import { addDays } from '@shared/engine/deadline'
import { refuse } from '@shared/engine/refusal'
import type { Role } from '@shared/engine/workflow'
import type { StaffView } from '@shared/schemas/accountViews'
import type { Citizen, Post } from '@shared/schemas/person'
import { levelOfRole, officeRoles } from '../acts'
import type { Route } from '../http/serve'
import { may, type Where } from '../scope'
import type { House } from '../stores'
import { today } from '../world'
import { newInvite } from './invites'

/** Where posts are held: a village, a cluster, a township or the county. */
type At = { id: string; name: string; where: Where; township: string }

const nowhere = refuse('notFound', '没有这个地方，请从列表里选。')
const byWhom = '村里的职务由镇里任免，片里和镇里的由县里任免；自己不能任免自己。'

/** Who holds which office, who gives and ends it, and the code by which they first sign in. */
export const staffRoutes: Route = (call, house) => {
  const { people, accounts, signIns } = house.stores

  call('staff', async ({ params, person }) => {
    const at = await placeOf(house, params.id)
    if (!at) return nowhere
    if (!may(person, 'seeStaff', at.where, today(house)))
      return refuse('notInScope', '谁任什么职，由镇里和村里办事的人看。')
    return staffView(house, at, person)
  })

  call('appoint', async ({ params, body, person: me }) => {
    const at = await placeOf(house, params.id)
    if (!at) return nowhere
    const { role, title, from, until } = body
    if (!mayGive(house, me, at).includes(role)) return refuse('notInScope', byWhom)
    if (until !== undefined && until < from) return refuse('badForm', '任到哪天，不能早于从哪天任起。请改日子。')
    const was = body.person === undefined ? newcomer(at, body.name!) : await people.get(body.person)
    if (!was || !isOfHere(was, at)) return refuse('notFound', '没有这个人，请从名单里选，或者填新的姓名。')
    if (was.id === me.id) return refuse('mustBeAnother', '自己不能任命自己。请另一位来办。')
    const stands = (p: Post) => p.until === undefined || p.until >= from
    if (was.posts.some((p) => p.role === role && p.place === at.id && stands(p)))
      return refuse('onlyOnce', `${was.name}已经任着这个职务。要改日子，请先免职。`)
    const post = { role, place: at.id, title, from, ...(until !== undefined && { until }) }
    const next = { ...was, says: was.says || `${title}，${at.name}`, posts: [...was.posts, post] }
    if ((await people.save(next)) === 'lost') return refuse('someoneActedFirst')
    await onList(house, at, next.id)
    return staffView(house, at, me)
  })

  call('endPost', async ({ params, body, person: me }) => {
    const at = await placeOf(house, params.id)
    if (!at) return nowhere
    if (!mayGive(house, me, at).includes(body.role)) return refuse('notInScope', byWhom)
    const was = await people.get(params.person)
    const yesterday = addDays(today(house), -1)
    const post = was?.posts.findLast(
      (p) => p.role === body.role && p.place === at.id && (p.until === undefined || p.until > yesterday),
    )
    if (!was || !post) return refuse('notFound', '这个人现在没有任这个职务。请刷新看看。')
    if (was.id === me.id) return refuse('mustBeAnother', '自己不能免自己的职。请另一位来办。')
    if (body.until < yesterday) return refuse('badForm', '已经过去的日子不能改，最早写昨天：今天起就不能再办。')
    const posts = was.posts.map((p) => (p === post ? { ...p, until: body.until } : p))
    if ((await people.save({ ...was, posts })) === 'lost') return refuse('someoneActedFirst')
    return staffView(house, at, me)
  })

  call('inviteStaff', async ({ params, person: me, atMost }) => {
    const at = await placeOf(house, params.id)
    if (!at) return nowhere
    const given = mayGive(house, me, at)
    const who = await people.get(params.person)
    const holds = who?.posts.some(
      (p) => p.place === at.id && given.includes(p.role) && (p.until === undefined || p.until >= today(house)),
    )
    if (!given.length) return refuse('notInScope', byWhom)
    if (!who || !holds) return refuse('notFound', '这个人在这里没有职务。请先任命，再发邀请码。')
    if (who.id === me.id) return refuse('mustBeAnother', '自己不能给自己发邀请码。请另一位来发。')
    await atMost(`staff invites of ${me.id}`, 60, 3600)
    return newInvite(house, { person: who.id }, me.id)
  })

  const staffView = async (house: House, at: At, me: Citizen): Promise<StaffView> => {
    const on = today(house)
    const all = await people.many(await people.list(`office#${at.id}`))
    const shown = all.map(async (p) => ({
      ...{ id: p.id, name: p.name },
      posts: p.posts
        .filter(
          (post) => post.place === at.id && officeRoles.includes(post.role) && (post.until ?? on) >= addDays(on, -365),
        )
        .map(({ role, place, title, from, until }) => ({ role, place, title, from, ...(until && { until }) })),
      signedUp: p.openId !== undefined || (await hasAccount(p.id)),
    }))
    return { people: (await Promise.all(shown)).filter((p) => p.posts.length), mayAppoint: [...mayGive(house, me, at)] }
  }
  const hasAccount = async (id: string) => {
    const [{ password, passkeys }, all] = await Promise.all([accounts.get(id), signIns.list(id)])
    return password !== undefined || passkeys.length > 0 || all.length > 0
  }
}

/** The offices of that level, for whoever may give them. What a roster gives, nobody appoints. */
const mayGive = (house: House, me: Citizen, { where }: At): readonly Role[] =>
  may(me, 'appoint', where, today(house)) ? officeRoles.filter((r) => levelOfRole[r] === where.level) : []

const isOfHere = (person: Citizen, { township, where }: At): boolean =>
  person.township === township && (where.level !== 'village' || !person.village || person.village === where.village)

const newcomer = (at: At, name: string): Citizen => ({
  ...{ id: `s${randomBytes(12).toString('hex')}`, name, says: '', township: at.township, posts: [] },
  ...(at.where.village && { village: at.where.village }),
})

/** Heads of clusters stand on the list of their township too: whoever leads or helps a village is chosen there. */
const onList = async (house: House, { id, where }: At, person: string): Promise<void> => {
  const { people } = house.stores
  for (const place of where.level === 'cluster' ? [id, where.township!] : [id])
    await people.addTo(`office#${place}`, person)
}

const placeOf = async (house: House, id: string): Promise<At | undefined> => {
  const { places } = house.stores
  const at = await places.village(id)
  if (at) {
    const { county, township, cluster, village } = at.place
    const where = { level: 'village', county, township, clusters: [cluster], village } as const
    return { id, name: at.village.name, where, township }
  }
  const { townships } = await places.places()
  for (const t of townships) {
    if (t.id === id) {
      const where = {
        level: 'township',
        county: t.county,
        township: id,
        clusters: t.clusters.map((c) => c.id),
      } as const
      return { id, name: t.name, where, township: id }
    }
    const cluster = t.clusters.find((c) => c.id === id)
    if (cluster) {
      const where = { level: 'cluster', county: t.county, township: t.id, clusters: [id] } as const
      return { id, name: cluster.name, where, township: t.id }
    }
  }
  const first = townships.find((t) => t.county === id)
  return first && { id, name: '全县', where: { level: 'county', county: id }, township: first.id }
}
