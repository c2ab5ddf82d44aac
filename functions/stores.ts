import type { Deps } from './deps'
import { accountStore } from './store/accountStore'
import { agreementStore } from './store/agreementStore'
import { caseStore } from './store/caseStore'
import { checkpointStore } from './store/checkpointStore'
import { consentStore } from './store/consentStore'
import { deletionStore } from './store/deletionStore'
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
import { signInStore } from './store/signInStore'
import { snapshotStore } from './store/snapshotStore'
import { ticketStore } from './store/ticketStore'
import { viewStore } from './store/viewStore'

/** The stored things, each asked in its own words, over one table. */
export const storesOf = (deps: Pick<Deps, 'table' | 'now' | 'files' | 'secret'>) => {
  const sheets = sheetStore(deps.table, deps.files)
  const cases = caseStore(deps.table, sheets, deps.now)
  return {
    cases,
    checkpoints: checkpointStore(deps.table),
    agreements: agreementStore(deps.table),
    deletions: deletionStore(deps.table),
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
    accounts: accountStore(deps.table, deps.now),
    signIns: signInStore(deps.table, deps.now, deps.secret),
    tickets: ticketStore(deps.table, deps.now),
  }
}

export type Stores = ReturnType<typeof storesOf>
/** What a route is given: effects and stores. */
export type House = Deps & { stores: Stores }
