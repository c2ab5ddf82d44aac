import { catalogue, catalogueItem } from '@shared/catalogue'
import type { Board } from '@shared/engine/workflow'
import type { DisclosureSettingsView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
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
import { Segmented } from '../../components/Segmented'
import { Beside, WideHead } from '../../components/Sidebar'
import { Toast, type ToastWords } from '../../components/Toast'
import { param, routes } from '../../routes'
import { goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { boardWords, monthDay, savedWords } from '../../words'
import { goToField } from '../form/goToField'
import { Places } from '../monitor/Places'
import { placeSetBy, VillagesApart } from '../VillagesApart'
import './catalogue.scss'
import { Item } from './Item'
import { settingOf, type Terms, termsOf, wrongIn } from './terms'

type Edits = Readonly<Record<string, Terms>>

/** 公开目录: what is owed here, how often and by when; whoever may sets it. */
export default function CataloguePage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const place = param(params, 'place') || placeSetBy(person)
  const found = useCall('disclosureSettings', place ? { params: { id: place } } : null)
  const [edits, setEdits] = useState<Edits>({})
  const [refused, setRefused] = useState<Refused>()
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const [toast, setToast] = useState<ToastWords>()
  const view = found.answer
  const wrong = attempt > 0 ? wrongIn(edits) : []
  const changed = Object.keys(edits).length

  const save = async () => {
    if (!view || !place) return
    setAttempt(attempt + 1)
    if (changed === 0 || wrongIn(edits).length > 0) return
    setBusy(true)
    const settings = Object.fromEntries(
      Object.entries(edits).map(([code, terms]) => [
        code,
        settingOf(catalogueItem(code)!, terms, view.inherited[code]),
      ]),
    )
    const reply = await call('saveDisclosureSettings', { params: { id: place }, body: { settings } })
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
      title={view ? `${view.name}公开目录` : '公开目录'}
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      side={person && <Places person={person} place={view?.name ?? ''} current="catalogue" />}
      over={<Toast toast={toast} onGone={() => setToast(undefined)} />}
      actions={
        view?.mayChange && (
          <Button block busy={busy} busyWords="正在保存…" icon="check" onPress={() => void save()}>
            {changed > 0 ? `保存${changed}项改动` : '保存改动'}
          </Button>
        )
      }
    >
      <Loaded of={found} kind="list" label="正在打开公开目录">
        {(answer) => (
          <>
            <WideHead title={`${answer.name}公开目录`} asOf="39项" />
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
            {!answer.mayChange && <Note>您可以看，不能改。公开目录由县里和镇里定，村里不能改自己该公开什么。</Note>}
            <Beside
              main={
                <Items
                  view={answer}
                  edits={edits}
                  wrong={wrong}
                  onEdit={(code, terms) => setEdits({ ...edits, [code]: terms })}
                />
              }
              panel={
                <>
                  <Changes view={answer} />
                  {answer.level === 'township' && (
                    <VillagesApart place={place!} end="钱款往来多的村" to={routes.catalogue} />
                  )}
                </>
              }
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

type ItemsProps = {
  view: DisclosureSettingsView
  edits: Edits
  wrong: ReturnType<typeof wrongIn>
  onEdit: (code: string, terms: Terms) => void
}

function Items({ view, edits, wrong, onEdit }: ItemsProps) {
  const [board, setBoard] = useState<Board>('finance')
  const [opened, setOpened] = useState<string>()
  return (
    <>
      <Segmented
        label="看哪一栏"
        options={(['party', 'village', 'finance'] as const).map((value) => ({ value, words: boardWords[value] }))}
        value={board}
        onChange={setBoard}
      />
      <Card flush>
        {catalogue
          .filter((item) => item.board === board || wrong.some(({ code }) => code === item.code))
          .map((item) => (
            <Item
              key={item.code}
              item={item}
              setting={view.settings[item.code]}
              inherited={view.inherited[item.code]}
              edit={edits[item.code]}
              terms={edits[item.code] ?? termsOf(item, view.settings[item.code])}
              wrong={wrong}
              mayChange={view.mayChange}
              open={opened === item.code || wrong.some(({ code }) => code === item.code)}
              onOpen={() => setOpened(opened === item.code ? undefined : item.code)}
              onChange={(terms) => onEdit(item.code, terms)}
            />
          ))}
      </Card>
    </>
  )
}

/** Who changed what lately. */
function Changes({ view }: { view: DisclosureSettingsView }) {
  if (view.changes.length === 0) return null
  return (
    <Card title="最近的改动">
      {view.changes.map(({ on, who, items }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a history is only ever longer
        <View key={view.changes.length - i} className="mw-cat-change">
          <View className="mw-strong">
            {monthDay(on, today())} {who}
          </View>
          <View className="mw-meta">{items.map((code) => catalogueItem(code)?.title ?? code).join('、')}</View>
        </View>
      ))}
    </Card>
  )
}
