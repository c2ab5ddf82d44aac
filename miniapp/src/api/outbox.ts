import type { CaseView } from '@shared/schemas/views'
import { dropLocal, type LocalFile } from '../platform/localFile'
import { onAppShow, onNetworkBack } from '../platform/network'
import { keep, kept, readKept, useKept } from '../platform/storage'
import { call, type Refused, type Reply } from './client'
import { sendFile } from './files'
import { personId, session } from './session'

/** A photo or recording that waits with its request; `fileId` once it has been sent. */
export type WaitingFile = LocalFile & { fileId?: string }

/** What lies on this phone and goes with a form, by the field that it goes into. */
export type Attached = {
  photos: readonly WaitingFile[]
  voice?: readonly WaitingFile[]
  consent?: readonly WaitingFile[]
}
const attachedFields = ['photos', 'voice', 'consent'] as const

/** What someone has said and this phone hasn't sent yet. The same `actId` goes with every try, so it is raised once. */
export type Waiting = Attached & {
  actId: string
  person: string
  village: { id: string; name: string }
  workflow: string
  /** what it is called in the list of what waits */
  title: string
  form: Readonly<Record<string, unknown>>
  about?: string
  /** where it is written on, when that isn't 我要说事, and the name that its draft is kept under there */
  mend?: { url: string; draft: string }
  /** ISO */
  since: string
  /** the server's no: it waits for its writer to mend it */
  refused?: Refused
}

const outbox = kept<readonly Waiting[]>('outbox', [], true)

const filesOf = (one: Attached): readonly WaitingFile[] => attachedFields.flatMap((field) => one[field] ?? [])

/** What waits on this phone, of whoever is signed in. */
export function useOutbox(): readonly Waiting[] {
  const waiting = useKept(outbox)
  const person = useKept(session)?.person.id
  return waiting.filter((one) => one.person === person)
}

/** What someone has waiting on this phone. */
export const waitingOf = (person: string): readonly Waiting[] => outbox.get().filter((one) => one.person === person)

/** Puts one in; the same act id again takes the place of the first. */
export const enqueue = (one: Waiting): void =>
  outbox.set([...outbox.get().filter(({ actId }) => actId !== one.actId), one])

export const isWaiting = (actId: string): boolean => outbox.get().some((one) => one.actId === actId)

type Sent = Readonly<Record<string, string>>
const remembered = 20

/** The case that this act opened, whichever tab sent it; the latest twenty are known. */
export const sentAs = (actId: string): string | undefined => readKept<Sent>('sent')?.[actId]

const noteSent = (actId: string, id: string) =>
  keep('sent', Object.fromEntries([...Object.entries(readKept<Sent>('sent') ?? {}), [actId, id]].slice(-remembered)))

/** Takes one out, with its files unless they go back into a draft. */
export function takeOut(actId: string, keepFiles = false): Waiting | undefined {
  const found = outbox.get().find((one) => one.actId === actId)
  if (!found) return undefined
  outbox.set(outbox.get().filter((one) => one.actId !== actId))
  if (!keepFiles) for (const file of filesOf(found)) void dropLocal(file).catch(() => undefined)
  return found
}

const change = (actId: string, to: Partial<Waiting>) =>
  outbox.set(outbox.get().map((one) => (one.actId === actId ? { ...one, ...to } : one)))

/** A no of this kind passes by itself; any other waits for the writer. */
const passes: readonly string[] = ['offline', 'broken', 'tooManyRequests', 'signInExpired', 'notSignedIn']

const sending = new Map<string, Promise<Reply<CaseView>>>()

/** Sends one that waits. Two at the same time are one. Out of the queue when it has arrived. */
export function send(actId: string): Promise<Reply<CaseView>> {
  const already = sending.get(actId)
  if (already) return already
  const sent = sendNow(actId).finally(() => sending.delete(actId))
  sending.set(actId, sent)
  return sent
}

async function sendNow(actId: string): Promise<Reply<CaseView>> {
  const failed = (refused: Refused) => {
    change(actId, { refused: passes.includes(refused.refusal) ? undefined : refused })
    return { refused }
  }
  const find = () => outbox.get().find((one) => one.actId === actId)
  for (const field of attachedFields)
    for (const file of find()?.[field]?.filter((f) => !f.fileId) ?? []) {
      const { answer, refused } = await sendFile(file)
      if (refused) return (await sentElsewhere(actId)) ?? failed(refused)
      const files = find()?.[field]?.map((f) => (f.id === file.id ? { ...f, fileId: answer.id } : f))
      if (files) change(actId, { [field]: files })
    }
  const found = find()
  // Its writer took it back while a file was on its way.
  if (!found)
    return (
      (await sentElsewhere(actId)) ?? { refused: { refusal: 'notFound', says: '这一件已经拿回去改了，改好再发。' } }
    )
  const { village, workflow, form, about } = found
  const files = attachedFields.flatMap((field) => {
    const ids = (found[field] ?? []).map((f) => f.fileId!)
    return ids.length ? [[field, ids]] : []
  })
  const reply = await call('open', {
    body: {
      ...{ actId, workflow, villageId: village.id, form: { ...form, ...Object.fromEntries(files) } },
      ...(about && { about }),
    },
  })
  if (reply.refused) return failed(reply.refused)
  noteSent(actId, reply.answer.id)
  takeOut(actId)
  return reply
}

/** The first result, where another tab has sent it meanwhile. */
const sentElsewhere = async (actId: string): Promise<Reply<CaseView> | undefined> => {
  const id = sentAs(actId)
  return id ? call('case', { params: { id } }) : undefined
}

/** Sends all that this person has waiting, oldest first; stops where there is no network. */
export async function sendAll(): Promise<void> {
  if (!session.get()) return
  for (const { actId, person, refused } of outbox.get()) {
    if (person !== personId() || refused) continue
    const reply = await send(actId)
    if (reply.refused && passes.includes(reply.refused.refusal)) return
  }
}

let started = false

/** From now on whatever waits goes out when the app comes to the front and when the network comes back. */
export function startOutbox(): void {
  if (started) return
  started = true
  onNetworkBack(() => void sendAll())
  onAppShow(() => void sendAll())
  void sendAll()
}
