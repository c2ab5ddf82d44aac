import { isDay } from '../engine/deadline'
import type { Role } from '../engine/workflow'
import { personView } from './views'
import { z } from './zod'

const day = z.string().meta({ format: 'date' })
const realDay = z.string().refine(isDay, { error: '没有这一天，请重新选日子。' }).meta({ format: 'date' })

/** Words that name a device to its owner: 苹果手机 · 办公室的电脑. */
export const deviceSays = z.string().trim().max(60).default('')
export const ticket = z.string().min(10).max(600)
export const agreedVersion = z
  .string()
  .max(20)
  .optional()
  .meta({ description: 'the version of the agreement that was agreed to' })
export const ofAge = z.literal(true, { error: '请确认已满14周岁，或者监护人已经到村里同意。' })
export const phoneNumber = z
  .string()
  .trim()
  .regex(/^1[3-9]\d{9}$/, { error: '手机号要填11位数字，从1开头。' })
export const inviteCode = z.string().trim().min(1, { error: '请填邀请码。' }).max(40)
export const oneTimeCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: '验证码是6位数字，请看验证器里现在的数。' })
export const refreshToken = z
  .string()
  .min(10)
  .max(200)
  .regex(/^[\w.-]+$/)

/** What it must be is said by the server, with what is wrong with it. */
export const newPassword = z.string().min(1, { error: '请填密码。' }).max(200)
export const bindingWechat = z
  .strictObject({
    ticket,
    phoneCode: z.string().min(1).max(200).optional(),
    invite: inviteCode.optional(),
    agreed: agreedVersion,
    ofAge,
    says: deviceSays,
  })
  .refine((b) => (b.phoneCode === undefined) !== (b.invite === undefined), {
    error: '请用手机号，或者用邀请码，选一样。',
  })

/** What an authenticator answers, as its library on the page hands it over; what it means is checked by the server's. */
export const passkeyResponse = z.object({
  id: z.string().min(1).max(2000),
  rawId: z.string().min(1).max(2000),
  type: z.literal('public-key'),
  response: z.record(z.string().max(60), z.unknown()),
  clientExtensionResults: z.record(z.string().max(60), z.unknown()).default({}),
  authenticatorAttachment: z.string().max(40).optional(),
})
/** Options for the page's library: a PublicKeyCredential…OptionsJSON. */
export const passkeyOptions = z.record(z.string(), z.unknown())

/** Signed in: a token for half an hour, what renews it, and, where it knows a password, what this device proves itself by. */
export const signedIn = z.object({
  token: z.string(),
  refresh: z.string(),
  person: personView,
  device: z.string().optional().meta({ description: 'to be sent with the next sign-in by password from this device' }),
})
export const renewed = z.object({ token: z.string(), refresh: z.string() })
export const ticketOnly = z.object({ ticket: z.string() })
export const waiting = z.object({ waiting: z.literal(true) })

export const inviteBegun = z.object({
  ticket: z.string(),
  name: z.string().meta({ description: 'masked: 林**' }),
  place: z.string(),
  ways: z.array(z.enum(['passkey', 'password'])),
  passkey: passkeyOptions.optional(),
})
export const oneTimeSecret = z.object({
  secret: z.string().meta({ description: 'base32, to type into an authenticator' }),
  uri: z.string().meta({ description: 'otpauth: address, to be drawn as a QR code' }),
})
export const passkeyAsked = z.object({ ticket: z.string(), options: passkeyOptions })

export const scanBegun = z.object({
  id: z.string(),
  secret: z.string().meta({ description: 'kept by the page that began it' }),
  number: z.string().meta({ description: 'two digits; the phone must choose the same' }),
  text: z.string().meta({ description: 'what the QR code says' }),
  seconds: z.int(),
})
export const scanSeen = z.object({ says: z.string(), numbers: z.array(z.string()) })

export const accountView = z.object({
  wechat: z.boolean(),
  password: z.boolean(),
  passkeys: z.array(z.object({ id: z.string(), says: z.string(), on: day })),
  signIns: z.array(z.object({ id: z.string(), says: z.string(), on: day, lastOn: day, mine: z.boolean() })),
  agreement: z.object({ version: z.string(), on: day }).optional(),
  mustAgree: z.string().optional().meta({ description: 'a newer version that must be agreed to' }),
})

const memberNo = z.string().min(1).max(40)
export const inviteState = z.enum(['bound', 'invited', 'none'])
/** Whom of a village's roster could be invited. */
export const invitesView = z.object({
  members: z.array(
    z.object({
      no: z.string(),
      name: z.string(),
      household: z.string(),
      state: inviteState,
      minor: z.boolean().optional().meta({ description: 'under 14: a guardian must have agreed' }),
      expiresOn: day.optional(),
      hasPhone: z.boolean(),
    }),
  ),
  next: z.string().optional(),
})
export const inviting = z.strictObject({
  members: z.array(memberNo).min(1, { error: '请先选人。' }).max(50, { error: '一次最多发50个邀请码。' }),
  guardianAgreed: z.array(memberNo).max(50).optional(),
})
const slip = z.object({ no: z.string(), name: z.string(), code: z.string(), expiresOn: day })
/** The codes are shown this once: only what proves them is stored. */
export const invited = z.object({ invites: z.array(slip) })
export const printedInvites = z.strictObject({
  village: z
    .string()
    .min(1)
    .max(64)
    .regex(/^[\w-]+$/),
  invites: z
    .array(z.strictObject({ no: memberNo, name: z.string().min(1).max(40), code: inviteCode, expiresOn: realDay }))
    .min(1, { error: '没有要打印的邀请码。' })
    .max(50, { error: '一次最多打印50个邀请码。' }),
})
export const contactRows = z.strictObject({
  rows: z
    .array(z.strictObject({ no: memberNo, phone: z.string().max(40) }))
    .min(1, { error: '请先填手机号。' })
    .max(500, { error: '一次最多500行，更多的请分开提交。' }),
})
export const contactsSaved = z.object({
  saved: z.int(),
  problems: z.array(z.object({ row: z.int(), field: z.string(), says: z.string() })),
})

const roleNames = [
  ...(['villager', 'partyMember', 'representative', 'clerk', 'committee', 'director', 'secretary'] as const),
  ...(['collectiveHead', 'supervisor', 'collectiveSupervisor', 'sealKeeper', 'groupLeader', 'clusterLead'] as const),
  ...(['agency', 'township', 'townshipLead', 'discipline', 'county'] as const),
] as const satisfies readonly Role[]
export const roleName = z.enum(roleNames, { error: '没有这个职务，请从列表里选。' })

/** Who holds which post in a place, and which posts the reader may give there. */
export const staffView = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      posts: z.array(
        z.object({ role: roleName, place: z.string(), title: z.string(), from: day, until: day.optional() }),
      ),
      signedUp: z.boolean().meta({ description: 'they can sign in' }),
    }),
  ),
  mayAppoint: z.array(roleName),
})
export const appointing = z
  .strictObject({
    person: z.string().min(1).max(64).optional(),
    name: z.string().trim().min(2, { error: '请填姓名，至少两个字。' }).max(20).optional(),
    role: roleName,
    title: z.string().trim().min(2, { error: '请填职务名称，例如：村报账员。' }).max(40),
    from: realDay,
    until: realDay.optional(),
  })
  .refine((a) => (a.person === undefined) !== (a.name === undefined), { error: '请选一个人，或者填一个新的姓名。' })
export const endingPost = z.strictObject({ role: roleName, until: realDay })
export const staffInvited = z.object({ code: z.string(), expiresOn: day })

export type SignedIn = z.infer<typeof signedIn>
export type AccountView = z.infer<typeof accountView>
export type InvitesView = z.infer<typeof invitesView>
export type Slip = z.infer<typeof slip>
export type StaffView = z.infer<typeof staffView>
export type ScanBegun = z.infer<typeof scanBegun>
export type InviteBegun = z.infer<typeof inviteBegun>
