import { bodyName, matterTopics, wholeBodies } from '../matterTopics'
import { maybeChoice } from './fields'

/** What a matter is about: it says which body decides. */
export const topicField = (label: string, more: { help?: string } = {}) =>
  maybeChoice(
    label,
    matterTopics.map(({ value, label }) => ({ value, label })),
    more,
  )

/** The workflow of the body that is to decide. */
export const bodyField = (label: string, more: { help?: string } = {}) =>
  maybeChoice(
    label,
    wholeBodies.map((value) => ({ value, label: bodyName(value) })),
    more,
  )
