import { bodyName, matterTopic } from '@shared/matterTopics'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { CaseView } from '@shared/schemas/views'
import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { knownOf, startFrom } from '../form/startFrom'
import { Opening } from './Opening'
import type { Opening as OpeningOf } from './openings'

export type AgainProps = { opening: OpeningOf; earlier: CaseView; onOpened: (view: CaseView) => void }

/** 再提一次: the same body, begun from what the matter said that failed or was taken back. */
export function Again({ opening, earlier, onOpened }: AgainProps) {
  const { workflow } = opening
  const topic = matterTopic(earlier.fields.topic)
  return (
    <Opening
      opening={opening}
      item=""
      period=""
      title="再提一次"
      again={earlier.id}
      about={`again:${earlier.id}`}
      start={startFrom(workflow.openForm, fieldsOf(workflow.openForm), knownOf(earlier))}
      rule={topic?.rule}
      onOpened={onOpened}
    >
      <Card flush>
        <Row
          icon="link"
          title={`上一次：${earlier.title}`}
          detail={[earlier.number, ended[earlier.outcome ?? ''], topic?.label, bodyName(workflow.id)]
            .filter(Boolean)
            .join(' · ')}
          onPress={() => go(routes.case(earlier.id))}
        />
      </Card>
    </Opening>
  )
}

const ended: Readonly<Record<string, string>> = { failed: '没有通过', withdrawn: '已撤回' }
