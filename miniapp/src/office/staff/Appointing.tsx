import type { StaffView } from '@shared/schemas/accountViews'
import { useState } from 'react'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { ChoiceRow } from '../../components/ChoiceField'
import { DayField } from '../../components/DayField'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { TextField } from '../../components/TextField'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { goToField } from '../form/goToField'
import { SelectField } from '../form/SelectField'
import { roleWords } from './roles'

type AppointingProps = {
  place: string
  name: string
  staff: StaffView
  onBack: () => void
  onDone: (next: StaffView) => void
}
type RoleName = StaffView['mayAppoint'][number]

const whoWords = [
  { value: 'new', words: '新来的人' },
  { value: 'known', words: '已经在任的人' },
] as const

/** 任命: who, to which post, from when, and until when if that is known. */
export function Appointing({ place, name, staff, onBack, onDone }: AppointingProps) {
  const now = today()
  const me = useSession()?.person.id
  const [who, setWho] = useState<'new' | 'known'>('new')
  const [person, setPerson] = useState('')
  const [newName, setNewName] = useState('')
  const [role, setRole] = useState<RoleName | ''>('')
  const [title, setTitle] = useState('')
  const [from, setFrom] = useState(now)
  const [until, setUntil] = useState('')
  const [hasEnd, setHasEnd] = useState(false)
  const [tries, setTries] = useState(0)
  const { busy, wrong, attempt } = useTrying()
  // nobody appoints themselves
  const others = staff.people.filter(({ id }) => id !== me)

  const problems = [
    ...(who === 'new' && newName.trim().length < 2 ? [{ id: 'name', says: '请填姓名，至少两个字。' }] : []),
    ...(who === 'known' && person === '' ? [{ id: 'person', says: '请选一个人。' }] : []),
    ...(role === '' ? [{ id: 'role', says: '请选职务。' }] : []),
    ...(role !== '' && title.trim().length < 2 ? [{ id: 'title', says: '请填职务名称，至少两个字。' }] : []),
    ...(hasEnd && until === '' ? [{ id: 'until', says: '请选任到哪一天，或者不勾有任期。' }] : []),
    ...(hasEnd && until !== '' && until < from ? [{ id: 'until', says: '任期的最后一天不能早于第一天。' }] : []),
  ]
  const errorOf = (id: string) => (tries > 0 ? problems.find((problem) => problem.id === id)?.says : undefined)
  const appoint = () => {
    setTries(tries + 1)
    if (problems.length > 0 || role === '') return
    void attempt(async () => {
      const body = {
        ...(who === 'new' ? { name: newName.trim() } : { person }),
        ...{ role, title: title.trim(), from },
        ...(hasEnd && { until }),
      }
      const { answer, refused } = await call('appoint', { params: { id: place }, body })
      if (answer) onDone(answer)
      return refused
    })
  }
  const chooseRole = (next: string) => {
    const chosen = next as RoleName
    if (title === '' || (role !== '' && title === roleWords[role])) setTitle(roleWords[chosen])
    setRole(chosen)
  }
  return (
    <Page
      title={`${name}任命`}
      onBack={onBack}
      hint="任命记在台账里，写明是谁任命的。"
      actions={
        <Button block busy={busy} busyWords="正在任命…" icon="check" onPress={appoint}>
          任命
        </Button>
      }
    >
      {tries > 0 && problems.length > 0 && <ErrorSummary errors={problems} attempt={tries} onGo={goToField} />}
      <Wrong says={wrong} />
      <Segmented label="任命谁" options={whoWords} value={who} onChange={setWho} />
      <Card>
        <Stack>
          {who === 'new' ? (
            <TextField
              id="name"
              label="姓名"
              value={newName}
              error={errorOf('name')}
              maxLength={20}
              onChange={setNewName}
            />
          ) : (
            <SelectField
              id="person"
              label="哪一位"
              options={others.map(({ id, name: says }) => ({ value: id, label: says }))}
              value={person}
              error={errorOf('person')}
              onChange={setPerson}
            />
          )}
          <SelectField
            id="role"
            label="任什么职"
            help="决定能办哪些事"
            options={staff.mayAppoint.map((one) => ({ value: one, label: roleWords[one] }))}
            value={role}
            error={errorOf('role')}
            onChange={chooseRole}
          />
          <TextField
            id="title"
            label="职务名称"
            help="公开和签字时写的名称"
            value={title}
            error={errorOf('title')}
            maxLength={40}
            onChange={setTitle}
          />
          <DayField id="from" label="从哪一天起" value={from} today={now} onChange={setFrom} />
          <ChoiceRow many words="有任期，到哪一天止" on={hasEnd} onPress={() => setHasEnd(!hasEnd)} />
          {hasEnd && (
            <DayField
              id="until"
              label="任到哪一天"
              value={until}
              today={from}
              from={from}
              error={errorOf('until')}
              onChange={setUntil}
            />
          )}
        </Stack>
      </Card>
      {who === 'new' && <Note tone="hui">任命以后，给他发一个邀请码，他用邀请码第一次登录。</Note>}
    </Page>
  )
}
