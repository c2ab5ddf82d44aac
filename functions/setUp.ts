import { randomBytes } from 'node:crypto'
import { isDay } from '@shared/engine/deadline'
import type { Role } from '@shared/engine/workflow'
import type { Citizen } from '@shared/schemas/person'
import { z } from '@shared/schemas/zod'
import { levelOfRole, officeRoles } from './acts'
import type { Deps } from './deps'
import { newInvite } from './routes/invites'
import { storesOf } from './stores'
import { today } from './world'

const id = z.string().regex(/^[a-z][a-z0-9-]{1,30}$/, { error: '编号用小写字母、数字和短横，字母开头，最多31个字符。' })
const name = z.string().trim().min(2, { error: '名称至少两个字。' }).max(30)
const village = z.strictObject({
  ...{ id, name, cluster: id, households: z.int().min(1).max(20_000), phone: z.string().min(5).max(30) },
  closedToGuests: z.literal(true).optional(),
  since: z.string().refine(isDay).optional(),
  session: z.strictObject({
    days: z.array(z.int().min(1).max(31)).min(1).max(10),
    startsAt: z.string().regex(/^\d{2}:\d{2}$/),
    place: name,
    cutOff: z.strictObject({ daysBefore: z.int().min(0).max(10), at: z.string().regex(/^\d{2}:\d{2}$/) }),
    movesOffHolidays: z.boolean(),
  }),
})
const township = z.strictObject({
  ...{
    id,
    name,
    county: id,
    clusters: z.array(z.strictObject({ id, name })).min(1),
    villages: z.array(village).min(1),
  },
})
const officer = z.strictObject({ name, role: z.string(), place: id, title: name })

/** What a county begins with: its places, and those who will appoint everybody else. */
export const beginning = z.strictObject({
  townships: z.array(township).min(1),
  officers: z.array(officer).min(1, { error: '至少要写一位县里的人，别的人由他任命。' }),
})
export type Beginning = z.infer<typeof beginning>

/** What can't be, in words; nothing: it can. */
export const problemsIn = ({ townships, officers }: Beginning): readonly string[] => {
  const all = townships.flatMap((t) => [t.id, ...t.clusters.map((c) => c.id), ...t.villages.map((v) => v.id)])
  const counties = new Set(townships.map((t) => t.county))
  const twice = [...all, ...counties].filter((place, i, places) => places.indexOf(place) !== i)
  const levels = new Map<string, string>([
    ...[...counties].map((c) => [c, 'county'] as const),
    ...townships.map((t) => [t.id, 'township'] as const),
  ])
  return [
    ...twice.map((place) => `编号 ${place} 用了两次，每个地方要有自己的编号。`),
    ...townships.flatMap((t) =>
      t.villages
        .filter((v) => !t.clusters.some((c) => c.id === v.cluster))
        .map((v) => `${v.name}写的片 ${v.cluster} 不在${t.name}的片里。`),
    ),
    ...officers
      .filter((o) => !officeRoles.includes(o.role as Role) || levels.get(o.place) !== levelOfRole[o.role as Role])
      .map((o) => `${o.name}的职务 ${o.role} 不能放在 ${o.place}：这里只写县里、镇里的人，村里的由镇里在网页上任命。`),
    ...(officers.some((o) => o.role === 'county') ? [] : ['至少要有一位县里的人（role 写 county）。']),
  ]
}

/**
 * Begins a house: its places, and an invite for each of the first officers. Done again it changes the places and gives
 * those officers who haven't signed in yet a new code; nobody is there twice, and who has an account isn't touched.
 */
export const setUp = async (
  deps: Pick<Deps, 'table' | 'files' | 'now' | 'secret'>,
  plan: Beginning,
): Promise<readonly { name: string; title: string; code: string; expiresOn: string }[]> => {
  const stores = storesOf(deps)
  const house = { ...deps, stores } as Parameters<typeof newInvite>[0]
  await stores.places.save({ townships: plan.townships })
  const codes = []
  for (const { name, role, place, title } of plan.officers) {
    const known = (await stores.people.many(await stores.people.list(`office#${place}`))).find(
      (p) => p.name === name && p.posts.some((post) => post.role === role && post.place === place),
    )
    const at = plan.townships.find((t) => t.id === place) ?? plan.townships.find((t) => t.county === place)!
    const post = { role: role as Role, place, title, from: today(deps) }
    const person: Citizen = known ?? {
      ...{ id: `s${randomBytes(12).toString('hex')}`, name, says: title, township: at.id, posts: [post] },
    }
    if (!known) await stores.people.save(person)
    await stores.people.addTo(`office#${place}`, person.id)
    if ((await stores.accounts.get(person.id)).password !== undefined) continue
    codes.push({ name, title, ...(await newInvite(house, { person: person.id }, 'set-up')) })
  }
  return codes
}
