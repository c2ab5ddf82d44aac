import { isThere } from './forget'
import type { Table } from './table'

/** What someone agreed to of one template: how many messages, how many of these were used, and by which attempts last. */
type Consent = { accepted: number; used: number; claims: readonly Claim[]; banned?: true }
type Claim = { by: string; back?: true }
type Body = { acts: readonly string[]; templates: Readonly<Record<string, Consent>> }

/** What WeChat says of a template when someone was asked: one accept is one message. */
export type Answer = 'accept' | 'reject' | 'ban' | 'filter'
/** `held`: this attempt has it already; `none`: nothing is left, or it was given back by this very attempt. */
export type Claimed = 'taken' | 'held' | 'none'

const keptActs = 30
const keptClaims = 50
const tries = 8
const nobodysYet: Body = { acts: [], templates: {} }
const none: Consent = { accepted: 0, used: 0, claims: [] }

const leftOf = ({ accepted, used, banned }: Consent): number => (banned ? 0 : accepted - used)

/** How many messages each person has agreed to, by template: one item a person, changed by conditional puts alone. */
export const consentStore = (table: Table) => {
  const read = async (person: string): Promise<{ body: Body; version: number }> => {
    const item = await table.get(`consent#${person}`)
    return { body: isThere(item) ? (JSON.parse(item.body) as Body) : nobodysYet, version: item?.version ?? 0 }
  }
  /** Changes the ledger as `judge` says; judged again when someone else was faster. What it leaves as it is isn't put. */
  const change = async <T>(person: string, judge: (body: Body) => { next: Body; says: T }): Promise<T> => {
    for (let turn = 0; turn < tries; turn++) {
      const { body, version } = await read(person)
      const { next, says } = judge(body)
      if (next === body) return says
      const pk = `consent#${person}`
      const item = { pk, version: version + 1, body: JSON.stringify(next), sees: 'office' as const, keys: {} }
      if ((await table.put(item, { ifVersion: version })) === 'put') return says
    }
    throw new Error(`consent of ${person} changes too often`)
  }
  const withTemplate = (body: Body, id: string, consent: Consent): Body => ({
    ...body,
    templates: { ...body.templates, [id]: consent },
  })

  return {
    /** How many messages of each of these templates may still be sent. */
    async left(person: string, templates: readonly string[]): Promise<readonly number[]> {
      const { body } = await read(person)
      return templates.map((id) => leftOf(body.templates[id] ?? none))
    },
    /** Notes what someone answered, by template; sent again under the same act id, it counts once. */
    answered: (person: string, actId: string, answers: Readonly<Record<string, Answer>>): Promise<void> =>
      change(person, (body) => {
        if (body.acts.includes(actId)) return { next: body, says: undefined }
        let next: Body = { ...body, acts: [...body.acts, actId].slice(-keptActs) }
        for (const [id, answer] of Object.entries(answers)) {
          const { banned: _, ...was } = body.templates[id] ?? none
          if (answer === 'accept') next = withTemplate(next, id, { ...was, accepted: was.accepted + 1 })
          if (answer === 'ban') next = withTemplate(next, id, { ...was, banned: true })
        }
        return { next, says: undefined }
      }),
    /** Takes one message for an attempt to send. An attempt takes at most one, however often it asks. */
    claim: (person: string, template: string, by: string): Promise<Claimed> =>
      change<Claimed>(person, (body) => {
        const was = body.templates[template] ?? none
        const mine = was.claims.find((c) => c.by === by)
        if (mine) return { next: body, says: mine.back ? 'none' : 'held' }
        if (leftOf(was) <= 0) return { next: body, says: 'none' }
        const claims = [...was.claims, { by }].slice(-keptClaims)
        return { next: withTemplate(body, template, { ...was, used: was.used + 1, claims }), says: 'taken' }
      }),
    /** Gives back what an attempt took, once: WeChat has said that nothing was sent. */
    giveBack: (person: string, template: string, by: string): Promise<void> =>
      change(person, (body) => {
        const was = body.templates[template] ?? none
        const mine = was.claims.find((c) => c.by === by)
        if (!mine || mine.back) return { next: body, says: undefined }
        const claims = was.claims.map((c) => (c === mine ? { by, back: true as const } : c))
        return { next: withTemplate(body, template, { ...was, used: was.used - 1, claims }), says: undefined }
      }),
    /** WeChat says that they agree no more: whatever was left is gone. */
    emptied: (person: string, template: string): Promise<void> =>
      change(person, (body) => {
        const was = body.templates[template]
        if (!was) return { next: body, says: undefined }
        // what others have taken isn't given back to it any more
        const claims = was.claims.map(({ by }) => ({ by, back: true as const }))
        return { next: withTemplate(body, template, { ...was, used: was.accepted, claims }), says: undefined }
      }),
  }
}
