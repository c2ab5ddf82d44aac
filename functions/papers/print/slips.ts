import { randomBytes } from 'node:crypto'
import { type Refusal, refuse } from '@shared/engine/refusal'
import type { Slip } from '@shared/schemas/accountViews'
import type { Citizen } from '@shared/schemas/person'
import { html } from 'hono/html'
import { locked, unlocked } from '../../accounts/locked'
import { may } from '../../scope'
import type { House } from '../../stores'
import { today } from '../../world'
import { webOf } from './addressOf'
import { pageCss } from './css'
import { documentOf, type Markup } from './frame'
import { dayWords } from './paperWords'
import type { SlipsAsked } from './printToken'
import { qr } from './qr'

type Kept = { village: string; body: string }

const css = `${pageCss('A4')}
.slips{display:grid;grid-template-columns:1fr 1fr;gap:0}
.slip{break-inside:avoid;border:1px dashed #777;padding:4mm;display:grid;grid-template-columns:1fr 26mm;gap:3mm}
.slip .qr{width:26mm;height:26mm}.slip h2{font-size:13pt}.slip p{font-size:10pt;line-height:1.5}
.slip .code{font-size:15pt;letter-spacing:.08em}`

/** Codes to print, kept for ten minutes under a ticket that alone can read them: the table never holds a code. */
export const keepSlips = async (
  house: House,
  { village, invites }: { village: string; invites: readonly Slip[] },
  person: Citizen,
): Promise<string | Refusal> => {
  const at = await house.stores.places.village(village)
  if (!at) return refuse('notFound', '没有这个村，请从村名列表里选。')
  if (!may(person, 'inviteVillagers', at, today(house)))
    return refuse('notInScope', '邀请码由村报账员、书记、主任和镇里打印。')
  const key = randomBytes(24).toString('base64url')
  const body = locked(key, 'slips', JSON.stringify(invites))
  return `${await house.stores.tickets.give<Kept>('slips', 10, { village, body })}.${key}`
}

/** The sheet: a slip for each, to be cut out and handed over. */
export const slipsPage = async (house: House, { slips }: SlipsAsked, origin: string): Promise<Markup | Refusal> => {
  const [ticket, key = ''] = slips.split('.')
  const kept = await house.stores.tickets.look<Kept>('slips', ticket)
  const at = kept && (await house.stores.places.village(kept.village))
  if (!kept || !at) return refuse('notFound', '这些邀请码的打印页过期了。请重新发邀请码再打印。')
  const invites = JSON.parse(unlocked(key, 'slips', kept.body)) as readonly Slip[]
  const base = house.miniAddress || `${webOf(house, origin)}/more/signIn/index`
  const address = (code: string) => `${base}${base.includes('?') ? '&' : '?'}invite=${code}`
  return documentOf(
    `${at.village.name}邀请码`,
    css,
    html`<div class="slips">${invites.map(
      ({ no, name, code, expiresOn }) =>
        html`<section class="slip"><div><h2>${name}　<small>${no}</small></h2><p>${at.township.name}${at.village.name}　明务</p><p class="code">${code.slice(0, 5)} ${code.slice(5)}</p><p>扫右边的码，或者打开明务点“用邀请码登录”，填上面的码。只能用一次，${dayWords(expiresOn)}前有效，不要给别人看。</p></div>${qr(address(code))}</section>`,
    )}</div>`,
  )
}
