import { bodyName, matterTopic } from '@shared/matterTopics'
import { View } from '@tarojs/components'
import { MoreLink } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { RuleNote } from '../../components/RuleNote'
import { factsOf } from '../../pages/case/fields'
import { Papers } from '../../pages/case/Papers'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import type { MaterialProps } from './Material'

const facts = ['budget', 'funds', 'finishBy', 'authorisation', 'group', 'jointBasis', 'draftSentOn']

/** A matter for whoever acts on it next: what it is about and who decides, the plan with its money, what each meeting came to. */
export function MatterMaterial({ view, workflow, today }: MaterialProps) {
  const { fields, log, files } = view
  const topic = matterTopic(fields.topic)
  const plan = typeof fields.plan === 'string' ? fields.plan : undefined
  const ids = log.flatMap(({ values, step }) => (step === 'open' && Array.isArray(values.files) ? values.files : []))
  const papers = files.filter(({ id }) => ids.includes(id))
  const meetings = log.filter(({ effect }) => effect.tally !== undefined)
  return (
    <>
      <Card title="议的什么事" end={<MoreLink words="看全部经过" onPress={() => go(routes.case(view.id))} />}>
        <Stack>
          <Definitions
            layout="rows"
            items={[
              ...(topic ? [{ term: '关于什么', words: topic.label }] : []),
              { term: '由谁定', words: bodyName(workflow.id) },
              ...(fields.actsFor === true ? [{ term: '谁来代行', words: '村委会代行集体经济组织' }] : []),
              ...factsOf(workflow, fields, facts, today),
            ]}
          />
          {plan && <View className="mw-pre">{plan}</View>}
          {papers.length > 0 && <Papers files={papers} />}
          {topic && <RuleNote {...topic.rule} />}
        </Stack>
      </Card>
      {meetings.length > 0 && (
        <Card title="开过的会" end={`${meetings.length}次`}>
          {meetings.map(({ no, title, values, on, counted = [], outcome }) => (
            <View key={no} className="mw-entry">
              <View className="mw-strong">
                {title}，{outcome === 'passed' ? '通过' : '没有通过'}
              </View>
              <View className="mw-second">
                {monthDay(typeof values.heldOn === 'string' ? values.heldOn : on, today)}。{counted[0]}。
                {counted.at(-1)}。
              </View>
            </View>
          ))}
        </Card>
      )}
    </>
  )
}
