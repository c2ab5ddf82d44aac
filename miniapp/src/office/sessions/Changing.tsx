import type { SessionsView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Dialog } from '../../components/Dialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { goBack } from '../../screen/go'
import { dayWords } from '../../words'
import { goToField, toTop } from '../form/goToField'
import { Changed } from './Changed'
import { ChangeForm } from './ChangeForm'
import {
  type Changing as ChangingOf,
  changeOf,
  consequenceOf,
  daysFor,
  type Errors,
  errorsOf,
  type FieldName,
  fieldsOf,
  startOf,
  type TypedChange,
} from './changes'
import { whereWords } from './months'

export type ChangingProps = {
  changing: ChangingOf
  view: SessionsView
}

type Sent = Parameters<typeof call<'changeSessions'>>[1]['body']

const titles = { rule: '改时间、地点、值班', move: '改期', add: '加开一次', drop: '取消加开' } as const
const buttons = { rule: '改好了', move: '改期', add: '加开', drop: '取消加开' } as const

/** One change of a village's sessions: the form, what follows of it, yes. */
export function Changing({ changing, view }: ChangingProps) {
  const { change, session } = changing
  const [typed, setTyped] = useState<TypedChange>(() => startOf(changing, view))
  const [refusedAt, setRefusedAt] = useState<Errors>({})
  const [refused, setRefused] = useState<Refused>()
  const [attempt, setAttempt] = useState(0)
  const [asks, setAsks] = useState(false)
  const [busy, setBusy] = useState(false)
  const [done, setDone] = useState<SessionsView>()
  const run = useCall('session', session ? { params: { id: view.village, on: session.on } } : null)
  const errors = attempt > 0 ? { ...errorsOf(changing, typed, view), ...refusedAt } : {}
  const wrong = fieldsOf[change].flatMap((field) => (errors[field] ? [{ id: `s-${field}`, says: errors[field] }] : []))

  const write = (next: TypedChange) => {
    setTyped({ ...typed, ...next })
    setRefused(undefined)
    setRefusedAt(Object.fromEntries(Object.entries(refusedAt).filter(([field]) => !(field in next))))
  }
  const press = () => {
    setAttempt(attempt + 1)
    setRefused(undefined)
    if (Object.keys({ ...errorsOf(changing, typed, view), ...refusedAt }).length > 0) toTop()
    else setAsks(true)
  }
  const send = async () => {
    setBusy(true)
    const reply = await call('changeSessions', {
      params: { id: view.village },
      body: changeOf(changing, typed) as Sent,
    })
    setBusy(false)
    setAsks(false)
    if (reply.answer) return setDone(reply.answer)
    const field = reply.refused.detail?.field as FieldName | undefined
    if (field && fieldsOf[change].includes(field)) setRefusedAt({ [field]: reply.refused.says })
    else setRefused(reply.refused)
    toTop()
  }

  if (done) return <Changed view={done} />
  const ask = consequenceOf(changing, typed, view.today, run.answer?.counts.agenda)
  return (
    <Page
      title={titles[change]}
      onBack={goBack}
      actions={
        <Button grow kind={change === 'drop' ? 'danger' : 'primary'} busy={busy} onPress={press}>
          {buttons[change]}
        </Button>
      }
      over={
        asks && (
          <Dialog
            {...{ title: ask.title, safe: ask.safe, act: ask.act, busy, kind: ask.danger ? 'danger' : 'primary' }}
            onSafe={() => setAsks(false)}
            onAct={() => void send()}
          >
            {ask.lines.map((line) => (
              <View key={line}>{line}</View>
            ))}
          </Dialog>
        )
      }
    >
      {wrong.length > 0 && <ErrorSummary errors={wrong} attempt={attempt} onGo={goToField} />}
      {refused && <Note tone="jiang">没有改成。{refused.says}</Note>}
      {session && <Note tone="hui">{`${dayWords(session.on, view.today)}，${whereWords(session)}`}</Note>}
      <ChangeForm {...{ change, typed, errors, today: view.today, days: daysFor(changing, view), onChange: write }} />
    </Page>
  )
}
