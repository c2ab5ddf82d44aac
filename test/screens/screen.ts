import type { PersonView } from '@shared/schemas/views'
import type { TestHouse } from '../support/house'

/** A file as it lies on someone's machine. */
export type Paper = { name: string; type: string; bytes: Uint8Array }

/** What a person does with a phone or a browser, so that one story can be told on both. */
export type Screen = {
  /** signs in through the sign-in page as one of the demo's people, named by the line under the name */
  signIn(says: string): Promise<void>
  /** opens a page by its address inside the app */
  open(address: string): Promise<void>
  /** presses what these words stand on, or what is called so aloud; within an element where given */
  press(words: string, within?: string): Promise<void>
  /** types into a field of a form, by the field's id */
  type(field: string, text: string, nth?: number): Promise<void>
  /** chooses a day, YYYY-MM-DD, or a time, HH:MM; `nth` where the field has several */
  choose(field: string, value: string, nth?: number): Promise<void>
  /** turns a wheel to these words */
  select(field: string, words: string): Promise<void>
  /** chooses a paper by the button of the field */
  paper(field: string, button: string, paper: Paper): Promise<void>
  /** adds a photo to the field, by its button */
  photo(field: string, bytes: Uint8Array<ArrayBuffer>, button?: string): Promise<void>
  /** records two seconds of voice into the field */
  record(field: string): Promise<void>
  /** shuts the app; what it kept on the phone is there when it is next opened */
  restart(): Promise<void>
  /** waits until the words stand on the page */
  sees(words: string): Promise<void>
  /** everything that stands on the page */
  text(): Promise<string>
  /** a picture of it, where pictures are kept */
  picture(name: string): Promise<void>
  /** takes the network away, or gives it back */
  offline(off: boolean): Promise<void>
}

/** Fills a meeting's form field by field, as a committee member does. */
export const fillMeeting = async (
  screen: Screen,
  meeting: { on: string; present: number; votes: readonly [number, number, number]; minutes: string },
) => {
  await screen.choose('f-heldOn', meeting.on)
  await screen.choose('f-startsAt', '09:00')
  await screen.type('f-place', '村委会二楼')
  await screen.type('f-present', String(meeting.present))
  for (const [i, n] of meeting.votes.entries()) await screen.type('f-votes', String(n), i)
  await screen.type('f-minutes', meeting.minutes)
}

/** Signs in as one of the demo's people, by id. */
export const signInAs = async (h: TestHouse, screen: Screen, id: string) => {
  const { people } = (await (await h.as()).get<{ people: PersonView[] }>('/api/people/demo')).body
  await screen.signIn(people.find((p) => p.id === id)!.says)
}

/** The vermilion button, and the question that comes before it goes on record. */
export const stamp = async (screen: Screen, button: string) => {
  await screen.press(button, '.mw-actions')
  await screen.press('落印', '.mw-dialog')
  await screen.sees('已落印')
}
