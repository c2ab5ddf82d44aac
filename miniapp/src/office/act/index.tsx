import type { CaseView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Skeleton } from '../../components/Skeleton'
import { param, routes } from '../../routes'
import { go, goBack, goInstead } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { mayCorrect } from '../open/openings'
import { backTo } from './backTo'
import { Recorded } from './Recorded'
import { Recording } from './Recording'
import { startWith } from './starts'
import { type Subject, subjectOf } from './subject'

type Done = { view: CaseView; stamped: boolean; seal?: string }

const ofSession: readonly (string | undefined)[] = ['sessionHeld', 'sessionSummary']

/** The session whose own record or summary a case is: what was promised before it, and what it came to. */
const useRun = (view: CaseView | undefined, form: string | undefined) => {
  const on = view?.fields.sessionOn
  const asked = view !== undefined && ofSession.includes(form) && typeof on === 'string'
  const { answer, refused } = useCall('session', asked ? { params: { id: view.village, on } } : null)
  return { run: answer, waits: asked && !answer && !refused }
}

/** Put a step, or an act beside it, of one case on record. */
export default function ActPage() {
  const { params } = useRouter()
  const id = param(params, 'id')
  const wanted = param(params, 'step')
  // the 说事日 at which it is put on record, and its day
  const session = param(params, 'session')
  const on = param(params, 'on')
  const found = useCall('case', { params: { id } })
  const [done, setDone] = useState<Done>()
  const [since, setSince] = useState<number>()

  const view = found.answer
  const subject = view && subjectOf(view, wanted)
  const { run, waits } = useRun(view, subject?.form)

  if (done) {
    const { village, fields } = done.view
    const day = on || (typeof fields.sessionOn === 'string' ? fields.sessionOn : '')
    return <Recorded {...done} back={day ? routes.sessionRun(village, day) : undefined} />
  }
  if (!view || !subject?.ok || waits)
    return (
      <Page title="办理" onBack={goBack} offline={found.savedAt && savedWords(found.savedAt, today())}>
        <Loaded of={found} kind="detail" label="正在打开这件事">
          {(shown) =>
            waits ? (
              <Skeleton kind="detail" label="正在打开小结" />
            ) : (
              <CantAct subject={subject} view={shown} back={on && routes.sessionRun(shown.village, on)} />
            )
          }
        </Loaded>
      </Page>
    )
  return (
    <Recording
      key={subject.id}
      view={view}
      subject={subject}
      start={startWith(subject.form, view, { today: today(), on: on || undefined, run, paper: param(params, 'paper') })}
      run={run}
      session={session && subject.step?.hears ? session : undefined}
      since={since}
      onRecorded={(next, stamped) => setDone({ view: next, stamped, seal: subject.step?.seal })}
      onChanged={() => {
        setSince(view.seen)
        void found.reload()
      }}
    />
  )
}

type CantActProps = {
  subject?: Subject
  view: CaseView
  /** the 说事日 that goes on */
  back?: string
}

function CantAct({ subject, view, back }: CantActProps) {
  const person = useSession()?.person
  return (
    <>
      <Empty
        title="现在不用您办"
        says={subject?.why ?? '这件事已经办结，没有要办的了。'}
        action={back ? '回说事日' : '看这件事'}
        onAction={() => (back ? backTo('sessionRun', back) : goInstead(routes.case(view.id)))}
      />
      {mayCorrect(view, person) && (
        <Card flush>
          <Row
            icon="edit"
            title="更正"
            detail="公开的内容有错，重新写一份，审核以后换下原来的"
            onPress={() => go(routes.open('correction', view.id))}
          />
        </Card>
      )}
    </>
  )
}
