import type { CaseView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { param, routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
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
  const subject = view && subjectOf(view, wanted, {})
  if (!view || !subject?.ok)
    return (
      <Page title="办理" onBack={goBack} offline={found.savedAt && savedWords(found.savedAt, today())}>
        <Loaded of={found} kind="detail" label="正在打开这件事">
          {() => <CantAct subject={subject} onLook={() => goInstead(routes.case(id))} />}
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

function CantAct({ subject, onLook }: { subject?: Subject; onLook: () => void }) {
  return (
    <Empty
      title="现在不用您办"
      says={subject?.why ?? '这件事已经办结，没有要办的了。'}
      action="看这件事"
      onAction={onLook}
    />
  )
}
