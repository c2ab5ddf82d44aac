import type { RequestWordsOf } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { WideHead } from '../../components/Sidebar'
import { Toast, type ToastWords } from '../../components/Toast'
import { randomHex } from '../../platform/random'
import { goBack } from '../../screen/go'
import { monthDay } from '../../words'
import { type Draft, draftName, dropDraft, keepDraft, readDraft } from '../form/draft'
import { goToField, toTop } from '../form/goToField'
import { Resumed } from '../form/Resumed'
import '../form/form.scss'
import { Category } from './Category'
import { problemsIn, type Words, withCategory } from './edits'
import './words.scss'

export type EditingProps = {
  place: string
  view: RequestWordsOf
  /** Page's list of places in a wide window, and its strip without network */
  side?: ReactNode
  offline?: string
  onSaved: (view: RequestWordsOf) => void
}

/** The list in hand: what is changed stays on the phone until it is saved. */
export function Editing({ place, view, side, offline, onSaved }: EditingProps) {
  const draft = draftName(`words:${place}`)
  const [resumed, setResumed] = useState<Draft | undefined>(() => (view.mayChange ? readDraft(draft) : undefined))
  const [edited, setEdited] = useState(() => resumed?.typed.words as Words | undefined)
  const [opened, setOpened] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const [toast, setToast] = useState<ToastWords>()
  const { mayChange } = view
  const words = edited ?? view.words
  const changed = JSON.stringify(words) !== JSON.stringify(view.words)
  const wrong = attempt > 0 ? problemsIn(words, view.words) : []
  const errors = Object.fromEntries(wrong.map(({ id, says }) => [id, says]))

  const change = (next: Words) => {
    setEdited(next)
    setRefused(undefined)
    keepDraft(draft, { typed: { words: next } })
  }
  const restore = () => {
    dropDraft(draft)
    setResumed(undefined)
    setEdited(undefined)
    setRefused(undefined)
    setAttempt(0)
  }
  const add = async () => {
    const value = `c${await randomHex(6)}`
    change(withCategory(words, value))
    setOpened(value)
  }
  const save = async () => {
    if (busy) return
    setAttempt(attempt + 1)
    setRefused(undefined)
    const [first] = problemsIn(words, view.words)
    if (first) setOpened(first.value)
    if (first || !changed) return toTop()
    setBusy(true)
    const { answer, refused } = await call('saveRequestWords', { params: { id: place }, body: words })
    setBusy(false)
    setRefused(refused)
    if (!answer) return toTop()
    dropDraft(draft)
    setResumed(undefined)
    setEdited(undefined)
    setAttempt(0)
    setToast({ key: attempt + 1, words: '已保存，各村马上用得上' })
    onSaved(answer)
  }

  return (
    <Page
      title={title}
      {...{ onBack: goBack, offline, side }}
      over={<Toast toast={toast} onGone={() => setToast(undefined)} />}
      actions={
        mayChange && (
          <Button block busy={busy} busyWords="正在保存…" icon="check" onPress={() => void save()}>
            保存
          </Button>
        )
      }
    >
      <WideHead title={title} asOf={`${words.categories.length}类，${words.templates.length}段现成的话`} />
      {wrong.length > 0 && (
        <ErrorSummary errors={wrong} attempt={attempt} onGo={goToField} title={`有${wrong.length}处要改，改好再保存`} />
      )}
      {refused && <Note tone="jiang">没有保存。{refused.says}</Note>}
      {attempt > 0 && !changed && <Note>还没有改动。点开一类，改好再保存。</Note>}
      <Note>{mayChange ? forWriters : forReaders}</Note>
      {view.changedBy && <View className="mw-meta">最近改的：{withDay(view.changedBy)}</View>}
      {resumed && changed && <Resumed at={resumed.at} today={today()} onClear={restore} />}
      <Card title="类别" end={`${words.categories.length}类`} flush>
        {words.categories.map(({ value }) => (
          <Category
            key={value}
            {...{ words, value, mayChange, errors }}
            open={opened === value}
            onOpen={() => setOpened(opened === value ? undefined : value)}
            onChange={change}
          />
        ))}
      </Card>
      {mayChange && (
        <View id="w-add" className="mw-words-acts">
          <Button kind="second" icon="plus" onPress={() => void add()}>
            加一类
          </Button>
          {changed && !resumed && (
            <Button kind="second" icon="undo" onPress={restore}>
              不改了，恢复原样
            </Button>
          )}
        </View>
      )}
    </Page>
  )
}

// the server's own day at its end, as people say it
const withDay = (words: string) => words.replace(/\d{4}-\d{2}-\d{2}$/, (day) => monthDay(day, today()))

const title = '说事的类别和现成的话'
const forWriters =
  '全县各村说事都用这一份。要换个叫法，改名字就行；删掉一类，以前归在这一类的事就不显示类别了。现成的话是答复的开头，办事的人要改成实际情况才能发。'
const forReaders = '您可以看，不能改。类别和现成的话由县里定。现成的话是答复的开头，要改成实际情况才能发。'
