import type { HolidaysView, HolidayTable } from '@shared/schemas/monitorViews'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Dialog } from '../../components/Dialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { draftName, dropDraft, keepDraft, readDraft } from '../form/draft'
import { goToField, toTop } from '../form/goToField'
import { Resumed } from '../form/Resumed'
import { Lines } from './Lines'
import { tableSent, wrongIn, wrongSoFar } from './problems'
import { publishedUntil, sumWords, tableToFill } from './years'

export type EnteringProps = {
  place: string
  year: number
  view: HolidaysView
  onBack: () => void
  onSaved: (view: HolidaysView) => void
}

/** The table of one year as it is entered or changed; judged while it is typed, and saved after one question. */
export function Entering({ place, year, view, onBack, onSaved }: EnteringProps) {
  const name = draftName(`holidays:${place}:${year}`)
  const fresh = () => view.years.find((one) => one.year === year)?.table ?? tableToFill(year)
  const [kept] = useState(() => readDraft(name))
  const [resumed, setResumed] = useState(kept?.at)
  const [table, setTable] = useState<HolidayTable>(() => (kept?.typed as HolidayTable | undefined) ?? fresh())
  const [attempt, setAttempt] = useState(0)
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const known = { published: publishedUntil(view), until: view.until }
  const wrong = (attempt > 0 ? wrongIn : wrongSoFar)(year, table, known)

  const change = (next: HolidayTable) => {
    setTable(next)
    setRefused(undefined)
    keepDraft(name, { typed: next })
  }
  const press = () => {
    setAttempt(attempt + 1)
    if (wrongIn(year, table, known).length > 0) toTop()
    else setAsks(true)
  }
  const save = async () => {
    setBusy(true)
    const reply = await call('saveHolidays', { params: { id: place }, body: { year, table: tableSent(table) } })
    setBusy(false)
    setAsks(false)
    setRefused(reply.refused)
    if (!reply.answer) return toTop()
    dropDraft(name)
    onSaved(reply.answer)
  }

  return (
    <Page
      title={`${year}年放假安排`}
      onBack={onBack}
      actions={
        <Button grow icon="check" onPress={press}>
          保存
        </Button>
      }
      over={
        asks && (
          <Dialog
            title={`保存${year}年的放假安排`}
            safe="再看看"
            onSafe={() => setAsks(false)}
            act="保存"
            onAct={() => void save()}
            kind="primary"
            busy={busy}
          >
            {sumWords(table)}。保存以后，今晚会把受影响的期限重新算一遍，每件事的记录里都写明。
          </Dialog>
        )
      }
    >
      {attempt > 0 && wrong.length > 0 && (
        <ErrorSummary errors={wrong} attempt={attempt} onGo={goToField} title={`有${wrong.length}处要改，改好再保存`} />
      )}
      {refused && <Note tone="jiang">没有保存。{refused.says}</Note>}
      <Note tone="hui">照国务院办公厅的通知写。全县一样，期限都跟着它算。</Note>
      {resumed && (
        <Resumed
          at={resumed}
          today={today()}
          onClear={() => {
            dropDraft(name)
            setResumed(undefined)
            setAttempt(0)
            setTable(fresh())
          }}
        />
      )}
      <Lines year={year} table={table} saysOf={(id) => wrong.find((one) => one.id === id)?.says} onChange={change} />
    </Page>
  )
}
