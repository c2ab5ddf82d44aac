import { dayInChina } from '@shared/calendar'
import { refuse } from '@shared/engine/refusal'
import type { Member } from '@shared/roster'
import { isUnder14 } from '../accounts/becoming'
import type { Route } from '../http/serve'
import { inviteDays, inviteHash, memberKey, newInviteCode, phoneHash } from '../inviteCode'
import { may } from '../scope'
import { BadPage } from '../store/page'
import type { House } from '../stores'
import { today } from '../world'

const office = '邀请码和手机号由村报账员、书记、主任和镇里办。'
const dayMs = 86_400_000

/** Who of a roster can sign in: codes for them, and their numbers as nothing but keyed hashes. */
export const inviteRoutes: Route = (call, house) => {
  const { accounts, places, rosters } = house.stores

  call('invites', async ({ params, query, person }) => {
    const at = await places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    if (!may(person, 'inviteVillagers', at, today(house))) return refuse('notInScope', office)
    const on = today(house)
    const found = (await rosters.members(params.id, on)).filter((m) =>
      [m.name, m.household, m.no].some((text) => text.includes(query.q)),
    )
    const from = query.after === undefined ? 0 : found.findIndex((m) => m.no === query.after) + 1
    if (query.after !== undefined && from === 0) throw new BadPage()
    const page = found.slice(from, from + query.limit)
    return {
      members: await Promise.all(page.map((m) => memberView(house, params.id, m, on))),
      ...(found.length > from + query.limit && { next: page.at(-1)!.no }),
    }
  })

  call('invite', async ({ params, body, person, atMost }) => {
    const at = await places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    const on = today(house)
    if (!may(person, 'inviteVillagers', at, on)) return refuse('notInScope', office)
    await atMost(`invites of ${params.id}`, 200, 3600)
    const members = new Map((await rosters.members(params.id, on)).map((m) => [m.no, m]))
    const wanted = [...new Set(body.members)]
    const unknown = wanted.find((no) => !members.has(no))
    if (unknown) return refuse('badRequest', `名册上没有${unknown}号。请刷新以后重新选人。`)
    const young = wanted.find((no) => isUnder14(members.get(no)!, on) && !body.guardianAgreed?.includes(no))
    if (young)
      return refuse(
        'tooYoung',
        `${members.get(young)!.name}不满14周岁。要监护人当面同意，并在名单上勾“监护人同意”，再发。`,
      )
    const invites = []
    for (const no of wanted) {
      const guardianAgreed = isUnder14(members.get(no)!, on) ? { guardianAgreed: true as const } : {}
      const { code, expiresOn } = await newInvite(
        house,
        { village: params.id, member: no, ...guardianAgreed },
        person.id,
      )
      invites.push({ no, name: members.get(no)!.name, code, expiresOn })
    }
    return { invites }
  })

  call('contacts', async ({ params, body, person }) => {
    const at = await places.village(params.id)
    if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
    const on = today(house)
    if (!may(person, 'inviteVillagers', at, on)) return refuse('notInScope', office)
    const members = new Set((await rosters.members(params.id, on)).map((m) => m.no))
    const problems: { row: number; field: string; says: string }[] = []
    let saved = 0
    for (const [i, { no, phone }] of body.rows.entries()) {
      const plain = phone.replace(/[\s-]/g, '')
      const says = !members.has(no)
        ? { field: 'no', says: `名册上没有${no}号，请核对编号。` }
        : !/^1[3-9]\d{9}$/.test(plain)
          ? { field: 'phone', says: '手机号要填11位数字，从1开头。' }
          : await noteContact(house, params.id, no, phoneHash(house, plain))
      if (says) problems.push({ row: i + 1, ...says })
      else saved++
    }
    return { saved, problems }
  })

  const memberView = async (house: House, village: string, m: Member, on: string) => {
    const link = await accounts.members.get(memberKey(village, m.no))
    const invited = link?.invite && house.now() < link.invite.until
    return {
      ...{ no: m.no, name: m.name, household: m.household, hasPhone: link?.phoneHash !== undefined },
      state: link?.person ? ('bound' as const) : invited ? ('invited' as const) : ('none' as const),
      ...(isUnder14(m, on) && { minor: true }),
      ...(invited && { expiresOn: dayInChina(link.invite!.until - 1) }),
    }
  }
}

/** A number stands for one person: one that is registered for somebody else is not taken over in silence. */
const noteContact = async (house: House, village: string, no: string, hash: string) => {
  const { accounts } = house.stores
  const taken = await accounts.phones.change(hash, (link) => {
    const isTheirs = !link?.member || (link.village === village && link.member === no)
    return isTheirs ? { next: { ...link, village, member: no }, says: false } : { next: link, says: true }
  })
  if (taken) return { field: 'phone', says: '这个号码已经登记给了另一个人，一个号码只登记一个人。这一位请用邀请码。' }
  const before = await accounts.members.change(memberKey(village, no), (link) => ({
    ...{ next: { ...link, phoneHash: hash }, says: link?.phoneHash },
  }))
  if (before && before !== hash)
    await accounts.phones.change(before, (link) => {
      const { village: _, member: __, ...rest } = link ?? {}
      return { next: rest.person ? rest : undefined, says: undefined }
    })
  return undefined
}

type For = { village: string; member: string; guardianAgreed?: true } | { person: string }

/** A code for somebody, shown this once; the one that they had before is good for nothing. */
export const newInvite = async (house: House, who: For, by: string): Promise<{ code: string; expiresOn: string }> => {
  const { accounts } = house.stores
  const code = newInviteCode()
  const hash = inviteHash(house, code)
  // the whole last day counts
  const expiresOn = dayInChina(house.now() + inviteDays * dayMs)
  const until = Date.parse(`${expiresOn}T24:00:00+08:00`)
  await accounts.invites.save(hash, { ...who, until, by, at: house.now() })
  const key = 'person' in who ? `#${who.person}` : memberKey(who.village, who.member)
  const before = await accounts.members.change(key, (link) => ({
    next: { ...link, invite: { hash, until } },
    says: link?.invite?.hash,
  }))
  if (before) await accounts.invites.cancel(before)
  return { code, expiresOn }
}
