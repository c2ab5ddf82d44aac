import type { SettingsView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Beside, WideHead } from '../../components/Sidebar'
import { Toast, type ToastWords } from '../../components/Toast'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { goToField } from '../form/goToField'
import { Places } from '../monitor/Places'
import { placeSetBy, VillagesApart } from '../VillagesApart'
import { Changes } from './Changes'
import { type Edits, isUnchanged, sentAs, type Typed, wrongIn } from './edits'
import { One } from './One'
import './settings.scss'

/** 规则和期限: the numbers that law leaves open, as they hold in a place; whoever may sets them. */
export default function SettingsPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const place = param(params, 'place') || placeSetBy(person)
  const found = useCall('settings', place ? { params: { id: place } } : null)
  const [edits, setEdits] = useState<Edits>({})
  const [refused, setRefused] = useState<Refused>()
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [toast, setToast] = useState<ToastWords>()
  const view = found.answer
  const wrong = attempt > 0 && view ? wrongIn(view.settings, edits) : []
  const changed = Object.keys(edits).length

  const edit = (name: string, typed: Typed) => {
    const { [name]: _, ...others } = edits
    const setting = view?.settings.find((s) => s.name === name)
    setRefused(undefined)
    setEdits(setting && isUnchanged(setting, typed) ? others : { ...others, [name]: typed })
  }
  const save = async () => {
    if (!view || !place) return
    setAttempt(attempt + 1)
    setRefused(undefined)
    if (changed === 0 || wrongIn(view.settings, edits).length > 0) return
    setBusy(true)
    const settings = Object.fromEntries(
      view.settings.filter(({ name }) => name in edits).map((s) => [s.name, sentAs(s, edits[s.name])]),
    ) as Record<string, number | number[] | null>
    const reply = await call('saveSettings', { params: { id: place }, body: { settings } })
    setBusy(false)
    setRefused(reply.refused)
    if (!reply.answer) return
    found.set(reply.answer)
    setEdits({})
    setAttempt(0)
    setToast({ key: attempt + 1, words: `${changed}项已保存` })
  }

  return (
    <Page
      title="规则和期限"
      onBack={goBack}
      busy={!view}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      side={person && <Places person={person} place={view?.name ?? ''} current="settings" />}
      over={<Toast toast={toast} onGone={() => setToast(undefined)} />}
      actions={
        view?.mayChange && (
          <Button block busy={busy} busyWords="正在保存…" icon="check" onPress={() => void save()}>
            {changed > 0 ? `保存${changed}项改动` : '保存改动'}
          </Button>
        )
      }
    >
      <Loaded of={found} kind="list" label="正在打开规则和期限">
        {(answer) => (
          <>
            <WideHead title={`${answer.name}规则和期限`} asOf={`${answer.settings.length}项`} />
            {wrong.length > 0 && (
              <ErrorSummary
                errors={wrong}
                attempt={attempt}
                onGo={goToField}
                title={`有${wrong.length}处要改，改好再保存`}
              />
            )}
            {refused && <Note tone="jiang">没有保存。{refused.says}</Note>}
            {attempt > 0 && changed === 0 && <Note>还没有改动。点开一项，改好再保存。</Note>}
            <Note>{`${answer.name}：${answer.mayChange ? told[answer.level] : readers}`}</Note>
            <Beside
              main={<Groups view={answer} edits={edits} wrong={wrong} onEdit={edit} />}
              panel={
                <>
                  <Card flush>
                    <Row
                      icon="list"
                      title="说事的类别和现成的话"
                      detail="村民说事选哪几类，答复怎么开头"
                      onPress={() => go(routes.requestWords(place!))}
                    />
                  </Card>
                  <Changes view={answer} />
                  {answer.level === 'township' && <VillagesApart place={place!} to={routes.settings} />}
                </>
              }
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const later = '已经开始算的期限不变。'
const told = {
  county: `法律没有定死的数在这里定。各镇可以再改，但不能越过规定的底线。${later}`,
  township: `法律没有定死的数在这里定。可以单独给一个村定，但不能越过规定的底线。${later}`,
  village: `这里只改这一个村的，不改的跟着全镇走。${later}`,
}
const readers = '您可以看，不能改。规则和期限由县里和镇里定，村里不能放宽自己的期限。'

const groups = [
  { about: 'notice', title: '公开' },
  { about: 'request', title: '说事' },
  { about: 'matter', title: '四议' },
  { about: 'finance', title: '财务' },
  { about: 'oversight', title: '提醒和督办' },
] as const

type GroupsProps = {
  view: SettingsView
  edits: Edits
  wrong: readonly { id: string; says: string }[]
  onEdit: (name: string, typed: Typed) => void
}

function Groups({ view, edits, wrong, onEdit }: GroupsProps) {
  const [opened, setOpened] = useState<string>()
  const errorOf = (name: string) => wrong.find(({ id }) => id === `set-${name}`)?.says
  return (
    <>
      {groups.map(({ about, title }) => {
        const inside = view.settings.filter((setting) => setting.about === about)
        return (
          <Card key={about} title={title} end={`${inside.length}项`} flush>
            {inside.map((setting) => (
              <One
                key={setting.name}
                setting={setting}
                level={view.level}
                edit={setting.name in edits ? { typed: edits[setting.name] } : undefined}
                error={errorOf(setting.name)}
                changesOthers={view.mayChange}
                open={opened === setting.name || errorOf(setting.name) !== undefined}
                onOpen={() => setOpened(opened === setting.name ? undefined : setting.name)}
                onEdit={(typed) => onEdit(setting.name, typed)}
              />
            ))}
          </Card>
        )
      })}
    </>
  )
}
