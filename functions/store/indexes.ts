import type { IndexName } from './table'

/** What each index copies from an item beside its keys and `sees`. `serverless.yml` says the same to the cloud. */
export const indexes: Readonly<Record<IndexName, readonly ('card' | 'words' | 'head')[]>> = {
  board: ['card'],
  boardAll: ['card'],
  owed: [],
  desk: ['card'],
  backlog: [],
  mine: ['card'],
  cases: ['card'],
  links: ['card'],
  closed: ['card'],
  changed: ['head'],
  pending: ['card'],
  words: ['card', 'words'],
  heard: ['card'],
  inbox: [],
  sending: [],
  staff: [],
}

export const indexNames = Object.keys(indexes) as IndexName[]
