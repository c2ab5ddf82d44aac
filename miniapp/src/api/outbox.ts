import type { CaseView } from '@shared/schemas/views'
import { onAppShow, onNetworkBack } from '../platform/network'
import { dropLocal, type LocalFile } from '../platform/photos'
import { kept, useKept } from '../platform/storage'
import { call, type Refused, type Reply } from './client'
import { sendFile } from './files'
import { personId, session } from './session'

/** A photo that waits with its request; `fileId` once it has been sent. */
export type WaitingPhoto = LocalFile & { fileId?: string }

/** What someone has said and this phone hasn't sent yet. The same `actId` goes with every try, so it is raised once. */
export type Waiting = {
  actId: string
  person: string
  village: { id: string; name: string }
  workflow: string
  /** what it is called in the list of what waits */
  title: string
  form: Readonly<Record<string, unknown>>
  photos: readonly WaitingPhoto[]
  about?: string
  /** where it is written on, when that isn't 我要说事, and the name that its draft is kept under there */
  mend?: { url: string; draft: string }
  /** ISO */
  since: string
  /** the server's no: it waits for its writer to mend it */
  refused?: Refused
}

const outbox = kept<readonly Waiting[]>('outbox', [])

/** What waits on this phone, of whoever is signed in. */
export function useOutbox(): readonly Waiting[] {
  const waiting = useKept(outbox)
  const person = useKept(session)?.person.id
  return waiting.filter((one) => one.person === person)
}

export const enqueue = (one: Waiting): void => outbox.set([...outbox.get(), one])

/** Takes one out, with its photos unless they go back into a draft. */
export function takeOut(actId: string, keepPhotos = false): Waiting | undefined {
  const found = outbox.get().find((one) => one.actId === actId)
  if (!found) return undefined
  outbox.set(outbox.get().filter((one) => one.actId !== actId))
  if (!keepPhotos) for (const photo of found.photos) void dropLocal(photo).catch(() => undefined)
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
  for (const photo of find()?.photos.filter((p) => !p.fileId) ?? []) {
    const { answer, refused } = await sendFile(photo)
    if (refused) return failed(refused)
    const photos = find()?.photos.map((p) => (p.id === photo.id ? { ...p, fileId: answer.id } : p))
    if (photos) change(actId, { photos })
  }
  const found = find()
  // Its writer took it back while a photo was on its way.
  if (!found) return { refused: { refusal: 'notFound', says: '这一件已经拿回去改了，改好再发。' } }
  const { village, workflow, form, photos, about } = found
  const files = photos.map((p) => p.fileId!)
  const reply = await call('open', {
    body: {
      ...{ actId, workflow, villageId: village.id, form: files.length ? { ...form, photos: files } : form },
      ...(about && { about }),
    },
  })
  if (reply.refused) return failed(reply.refused)
  takeOut(actId)
  return reply
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
