import type { Workflow } from '@shared/engine/workflow'
import { bodyName, matterTopic } from '@shared/matterTopics'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Row } from '../../components/Row'
import { RuleNote } from '../../components/RuleNote'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { factsOf } from './fields'
import { timesChanged } from './milestones'
import { Papers } from './Papers'
import { Versions } from './Versions'

type HeadProps = { view: CaseView; workflow: Workflow; today: string }

const first = ['budget', 'funds', 'finishBy', 'group', 'motive']

/** What a matter is about and who decides it, by which law; what is to be done, for how much, by when; and the time before. */
export function MatterHead({ view, workflow, today }: HeadProps) {
  const { fields, links, log } = view
  const topic = matterTopic(fields.topic)
  const plan = typeof fields.plan === 'string' ? fields.plan : undefined
  const opening = log.find((entry) => entry.step === 'open')
  const ids = (Array.isArray(opening?.values.files) ? opening.values.files : []) as string[]
  const times = timesChanged(log)
  return (
    <>
      {links.about && (
        <Card flush>
          <Row
            icon="undo"
            title={`上一次：${links.about.title}`}
            detail={`${links.about.number} · 上一次没有定下来，这次接着议`}
            onPress={() => go(routes.case(links.about!.id))}
          />
        </Card>
      )}
      <Card>
        <Definitions
          items={[
            ...(topic ? [{ term: '关于什么', words: topic.label }] : []),
            { term: '由谁定', words: bodyName(workflow.id) },
            ...(fields.actsFor === true ? [{ term: '谁来代行', words: '村委会代行集体经济组织' }] : []),
            ...factsOf(workflow, fields, first, today),
          ]}
        />
        {plan && <View className="mw-pre case-plan">{plan}</View>}
        {times > 0 && <Versions id={view.id} times={times} today={today} />}
        {ids.length > 0 && <Papers files={view.files.filter((f) => ids.includes(f.id))} />}
        {topic && (
          <View className="case-plan">
            <RuleNote {...topic.rule} />
          </View>
        )}
      </Card>
    </>
  )
}
