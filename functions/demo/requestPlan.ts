import type { Push } from './orders'

/**
 * Where a request stands and by when: for a step with a term the day on which it is due (-2: two days late), for the
 * others the day on which it came there or was closed.
 */
export type Stage = readonly [at: At, day: number, extra?: Extra]
export type At =
  | 'acknowledgement'
  | 'hearing'
  | 'urgentHearing'
  | 'handling'
  | 'clusterHandling'
  | 'townshipHandling'
  | 'countyHandling'
  | 'consultationNotice'
  | 'consultation'
  | 'planned'
  | 'returned'
  | 'declined'
  | 'declinedReview'
  | 'rating'
  | 'reopening'
  | 'secondHandling'
  | 'secondRating'
  | Closed
export type Closed =
  | 'satisfied'
  | 'basically'
  | 'silent'
  | 'answered'
  | 'agreed'
  | 'undisputed'
  | 'upheld'
  | 'withdrawn'
  | 'unsatisfied'
type Extra = 'extended' | 'paused' | 'takenOver' | 'director' | 'keeper' | 'handed' | Push

/** What each village has before it besides the stories told one by one. 礁头村 is worst off, three villages owe nothing. */
export const requestPlan: Readonly<Record<string, readonly Stage[]>> = {
  dongxi: [
    ['acknowledgement', 0],
    ['hearing', -2],
    ['hearing', -3],
    ['urgentHearing', 0],
    ['handling', -2],
    ['handling', 0],
    ['handling', 4, 'keeper'],
    ['handling', 5],
    ['consultationNotice', 2],
    ['consultation', -1],
    ['consultation', 0],
    ['consultation', 5],
    ['rating', -5],
    ['planned', -20],
    ['satisfied', -6],
    ['satisfied', -15],
    ['basically', -20],
    ['silent', -10],
    ['answered', -25],
    ['agreed', -12],
  ],
  shatang: [
    ['acknowledgement', -6],
    ['acknowledgement', 0],
    ['hearing', -1],
    ['handling', -5, 'nudged'],
    ['handling', -3, 'director'],
    ['handling', -1],
    ['handling', 2],
    ['handling', 6],
    ['townshipHandling', 7],
    ['rating', -1],
    ['rating', -4],
    ['secondRating', -2, 'urgedDone'],
    ['satisfied', -3],
    ['basically', -9],
    ['silent', -22],
    ['undisputed', -14],
    ['declined', 4],
    ['clusterHandling', 3],
  ],
  jiaotou: [
    ['acknowledgement', -7],
    ['acknowledgement', 0],
    ['hearing', -1],
    ['handling', -12, 'urgedBack'],
    ['handling', -9, 'urged'],
    ['handling', -7, 'nudged'],
    ['handling', -4, 'nudged'],
    ['handling', 1],
    ['handling', 5],
    ['clusterHandling', -2],
    ['townshipHandling', -6, 'takenOver'],
    ['declinedReview', 1],
    ['consultation', -8],
    ['consultation', 3],
    ['rating', -2],
    ['rating', -6],
    ['reopening', 1],
    ['satisfied', -8],
    ['unsatisfied', -5],
    ['silent', -12],
  ],
  beiao: [
    ['acknowledgement', 0],
    ['hearing', -2],
    ['urgentHearing', -1],
    ['handling', -8, 'urgedLate'],
    ['handling', -3, 'raised'],
    ['handling', 0],
    ['handling', 4],
    ['rating', -1],
    ['rating', -3],
    ['countyHandling', 9],
    ['planned', -15],
    ['satisfied', -7],
    ['basically', -18],
    ['answered', -6],
  ],
  yancheng: [
    ['acknowledgement', 0],
    ['hearing', -1],
    ['handling', -6, 'nudged'],
    ['handling', 3, 'handed'],
    ['handling', 2, 'extended'],
    ['consultation', -2],
    ['consultation', 4],
    ['rating', -3],
    ['secondHandling', 3],
    ['satisfied', -10],
    ['silent', -14],
    ['withdrawn', -9],
  ],
  qiaowei: [
    ['acknowledgement', 0],
    ['hearing', 0],
    ['hearing', -3],
    ['handling', -1],
    ['handling', 5],
    ['handling', 4, 'paused'],
    ['rating', -2],
    ['rating', -5],
    ['satisfied', -4],
    ['satisfied', -21],
    ['undisputed', -30],
  ],
  shijing: [
    ['acknowledgement', -5],
    ['hearing', -1],
    ['handling', 2, 'director'],
    ['handling', 6],
    ['rating', -4],
    ['townshipHandling', 10],
    ['satisfied', -11],
    ['basically', -16],
    ['agreed', -24],
  ],
  zhukeng: [
    ['acknowledgement', 0],
    ['hearing', -2],
    ['handling', -3],
    ['handling', 3],
    ['consultation', 2],
    ['rating', -1],
    ['satisfied', -5],
    ['silent', -19],
    ['answered', -13],
  ],
  guantian: [
    ['acknowledgement', 0],
    ['hearing', -1],
    ['hearing', -4],
    ['handling', 1],
    ['handling', 4],
    ['handling', 6, 'keeper'],
    ['rating', -3],
    ['satisfied', -9],
    ['basically', -26],
    ['satisfied', -33],
  ],
  xialin: [
    ['acknowledgement', 0],
    ['hearing', -1],
    ['handling', 2],
    ['handling', 5],
    ['rating', -2],
    ['planned', -12],
    ['satisfied', -8],
    ['agreed', -17],
    ['silent', -28],
  ],
  bailu: [
    ['hearing', -1],
    ['returned', -1],
    ['clusterHandling', 5],
    ['handling', 3],
    ['handling', 6],
    ['rating', -1],
    ['satisfied', -6],
    ['satisfied', -20],
    ['answered', -11],
  ],
  houshan: [
    ['acknowledgement', 0],
    ['handling', 4],
    ['consultation', 6],
    ['rating', -4],
    ['satisfied', -13],
    ['basically', -23],
    ['upheld', -18],
  ],
}
