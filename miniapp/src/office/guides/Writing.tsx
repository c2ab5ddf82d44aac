import type { PlaceGuidesView } from '@shared/schemas/views'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Dialog } from '../../components/Dialog'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { randomHex } from '../../platform/random'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { type Draft, draftName, dropDraft, keepDraft, readDraft } from '../form/draft'
import { goToField } from '../form/goToField'
import { Resumed } from '../form/Resumed'
import { GuideForm } from './GuideForm'
import { type Errors, type FieldName, fields, guideErrors, guideOf, type TypedGuide, typedGuide } from './guideForm'

type Known = PlaceGuidesView['guides'][number]

/** One guide is written, changed or taken away. What is typed is kept on the phone until it is saved. */
export function Writing({ place, name, guide }: { place: string; name: string; guide?: Known }) {
  const draft = draftName(`guide:${place}:${guide?.id ?? 'new'}`)
  const [resumed, setResumed] = useState<Draft | undefined>(() => readDraft(draft))
  const [typed, setTyped] = useState<TypedGuide>(
    () => (resumed?.typed as TypedGuide) ?? (guide ? typedGuide(guide) : {}),
  )
  const [id, setId] = useState(guide?.id ?? resumed?.actId)
  const [errors, setErrors] = useState<Errors>({})
  const [refused, setRefused] = useState<Refused>()
  const [attempt, setAttempt] = useState(0)
  const [saved, setSaved] = useState('')
  const [busy, setBusy] = useState(false)
  const [asks, setAsks] = useState(false)

  const write = (field: FieldName, text: string) => {
    const next = { ...typed, [field]: text }
    setTyped(next)
    setSaved(keepDraft(draft, { typed: next, actId: id }) ? '已帮您存好草稿' : '手机存不下草稿了，请先保存')
    if (attempt > 0) setErrors(guideErrors(next))
  }
  const clear = () => {
    dropDraft(draft)
    setResumed(undefined)
    setTyped(guide ? typedGuide(guide) : {})
    setErrors({})
  }
  const send = async (remove: boolean) => {
    setAttempt(attempt + 1)
    setRefused(undefined)
    const wrong = remove ? {} : guideErrors(typed)
    setErrors(wrong)
    if (Object.keys(wrong).length > 0) return
    setBusy(true)
    // A new guide keeps its id in the draft: sent twice, it is one guide.
    const as = id ?? `g${await randomHex(8)}`
    setId(as)
    if (!guide) keepDraft(draft, { typed, actId: as })
    const { place: _, placeName: __, own: ___, ...stands } = guide ?? ({} as Known)
    const body = remove ? { guide: stands, remove } : { guide: guideOf(as, typed) }
    const { refused } = await call('saveGuide', { params: { id: place }, body })
    setBusy(false)
    setAsks(false)
    const field = refused?.detail?.field
    if (refused && typeof field === 'string') return setErrors({ [field]: refused.says })
    if (refused) return setRefused(refused)
    dropDraft(draft)
    if (Taro.getCurrentPages().length > 1) goBack()
    else goInstead(routes.editGuides(place))
  }

  const list = fields.flatMap((field) => (errors[field] ? [{ id: `g-${field}`, says: errors[field] }] : []))
  return (
    <Page
      title={guide ? '改办事指南' : '写办事指南'}
      onBack={goBack}
      hint={`保存以后，${name === '全县' ? '全县各村' : name}的人马上看得到。`}
      actions={
        <Button grow busy={busy} busyWords="正在保存…" icon="check" onPress={() => void send(false)}>
          保存
        </Button>
      }
      over={
        asks &&
        guide && (
          <Dialog
            {...{ title: '撤掉这一条？', safe: '不撤', act: '撤掉', kind: 'danger', busy }}
            onSafe={() => setAsks(false)}
            onAct={() => void send(true)}
          >
            “{guide.title}”撤掉以后，村民就看不到了。以后要用得重新写。
          </Dialog>
        )
      }
    >
      {list.length > 0 && (
        <ErrorSummary errors={list} attempt={attempt} onGo={goToField} title={`有${list.length}处要改，改好再保存`} />
      )}
      {refused && <Note tone="jiang">没有保存。{refused.says}</Note>}
      {resumed && <Resumed at={resumed.at} today={today()} onClear={clear} />}
      <GuideForm typed={typed} errors={errors} saved={saved} onChange={write} />
      {guide && (
        <Button kind="danger" block icon="trash" onPress={() => setAsks(true)}>
          撤掉这一条
        </Button>
      )}
    </Page>
  )
}
