import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { heading } from '../../components/aria'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { newActId } from '../../platform/random'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { Recorded } from '../act/Recorded'
import { subjectOf } from '../act/subject'
import { Trouble } from '../form/Trouble'
import '../form/form.scss'

/** It has begun. Where the first step asks for nothing but a yes, it can be done at once: 送审. */
export function Opened({ view }: { view: CaseView }) {
  const [done, setDone] = useState<CaseView>()
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<Refused>()
  const actId = useRef<string>()
  if (done) return <Recorded view={done} stamped seal={view.path.find(({ state }) => state === 'now')?.seal} />

  const subject = subjectOf(view, '')
  const now = subject?.ok ? subject : undefined
  // somebody else's turn: the opener has done what there was to do
  const waits = now ? undefined : view.path.find(({ state }) => state === 'now' || state === 'late')
  const sending = now?.form === 'submission' ? now.outcomes.filter((o) => o.id !== 'rewrite') : []
  const atOnce = sending.length === 1 ? sending[0] : undefined

  const send = async () => {
    setBusy(true)
    setTrouble(undefined)
    actId.current ??= await newActId()
    const { answer, refused } = await call('act', {
      params: { id: view.id },
      body: { actId: actId.current, seen: view.seen, outcome: atOnce?.id, form: {} },
    })
    setBusy(false)
    if (refused) setTrouble(refused)
    else setDone(answer)
  }

  return (
    <Page
      title={waits ? '已交上去' : '已存好'}
      onBack={goBack}
      actions={
        <>
          <Button kind={waits ? 'primary' : 'second'} grow={!now} onPress={() => goInstead(routes.case(view.id))}>
            看这件事
          </Button>
          {atOnce ? (
            <Button kind="seal" grow busy={busy} onPress={() => void send()}>
              {atOnce.says}
            </Button>
          ) : (
            now && (
              <Button grow onPress={() => goInstead(routes.act(view.id))}>
                {`接着：${now.title}`}
              </Button>
            )
          )}
        </>
      }
      hint={atOnce ? '审核的人同意了，才能贴出。现在不送，它在待办里等您。' : undefined}
    >
      {trouble && <Trouble refused={trouble} onAgain={() => void send()} />}
      <View className="mw-act-done">
        <View className="mw-h1" {...heading(2)}>
          {view.title}
        </View>
        <View className="mw-second">{view.number}</View>
      </View>
      {waits && <Note tone="song">{`接着：${waits.title}。`}</Note>}
      {view.log[0]?.remarks.map(({ remark, says }) => (
        <Note key={remark + says} tone="zhe">
          {says}
        </Note>
      ))}
      {now && <Note tone="song">{atOnce ? `接着：${atOnce.says}。` : `接着：${now.title}。`}</Note>}
    </Page>
  )
}
