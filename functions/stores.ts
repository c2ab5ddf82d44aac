import type { Deps } from './deps'
import { caseStore } from './store/caseStore'
import { consentStore } from './store/consentStore'
import { fileStore } from './store/fileStore'
import { guideStore } from './store/guideStore'
import { holidayStore } from './store/holidayStore'
import { inboxStore } from './store/inboxStore'
import { personStore } from './store/personStore'
import { placeStore } from './store/placeStore'
import { pushStore } from './store/pushStore'
import { requestWordsStore } from './store/requestWordsStore'
import { rosterStore } from './store/rosterStore'
import { sampleStore } from './store/sampleStore'
import { sessionStore } from './store/sessionStore'
import { settingsStore } from './store/settingsStore'
import { sheetStore } from './store/sheetStore'
import { snapshotStore } from './store/snapshotStore'
import { viewStore } from './store/viewStore'

/** The stored things, each asked in its own words, over one table. */
export const storesOf = (deps: Pick<Deps, 'table' | 'now' | 'files'>) => {
  const sheets = sheetStore(deps.table, deps.files)
  const cases = caseStore(deps.table, sheets)
  return {
    cases,
    people: personStore(deps.table, deps.now),
    places: placeStore(deps.table, deps.now),
    rosters: rosterStore(deps.table, cases, sheets, deps.now),
    settings: settingsStore(deps.table),
    sessions: sessionStore(deps.table),
    files: fileStore(deps.table),
    guides: guideStore(deps.table),
    holidays: holidayStore(deps.table, deps.now),
    inbox: inboxStore(deps.table),
    consents: consentStore(deps.table),
    pushes: pushStore(deps.table, deps.now),
    snapshots: snapshotStore(deps.table),
    views: viewStore(deps.table),
    requestWords: requestWordsStore(deps.table),
    samples: sampleStore(deps.table),
    sheets,
  }
}

export type Stores = ReturnType<typeof storesOf>
/** What a route is given: effects and stores. */
export type House = Deps & { stores: Stores }
