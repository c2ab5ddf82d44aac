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
import { param, routes } from '../../routes'
import { go, goBack, goInstead } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { mayCorrect } from '../open/openings'
import { Recorded } from './Recorded'
import { Recording } from './Recording'
import { type Subject, subjectOf } from './subject'

type Done = { view: CaseView; stamped: boolean; seal?: string }

/** Put a step, or an act beside it, of one case on record. */
export default function ActPage() {
  const { params } = useRouter()
  const id = param(params, 'id')
  const wanted = param(params, 'step')
  const found = useCall('case', { params: { id } })
  const [done, setDone] = useState<Done>()
  const [since, setSince] = useState<number>()

  if (done) return <Recorded {...done} />
  const view = found.answer
  const subject = view && subjectOf(view, wanted)
  if (!view || !subject?.ok)
    return (
      <Page title="办理" onBack={goBack} offline={found.savedAt && savedWords(found.savedAt, today())}>
        <Loaded of={found} kind="detail" label="正在打开这件事">
          {(shown) => <CantAct subject={subject} view={shown} />}
        </Loaded>
      </Page>
    )
  return (
    <Recording
      key={subject.id}
      view={view}
      subject={subject}
      since={since}
      onRecorded={(next, stamped) => setDone({ view: next, stamped, seal: subject.step?.seal })}
      onChanged={() => {
        setSince(view.seen)
        void found.reload()
      }}
    />
  )
}

function CantAct({ subject, view }: { subject?: Subject; view: CaseView }) {
  const person = useSession()?.person
  return (
    <>
      <Empty
        title="现在不用您办"
        says={subject?.why ?? '这件事已经办结，没有要办的了。'}
        action="看这件事"
        onAction={() => goInstead(routes.case(view.id))}
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
