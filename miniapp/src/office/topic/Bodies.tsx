import type { MatterTopic } from '@shared/matterTopics'
import type { PersonView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows'
import { View } from '@tarojs/components'
import { useCall } from '../../api/useCall'
import { heading } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Page } from '../../components/Page'
import { RuleNote } from '../../components/RuleNote'
import { openingCalled } from '../open/openings'
import { bodiesOf, bodyChoice } from './topics'

export type BodiesProps = {
  topic: MatterTopic
  person: PersonView | undefined
  onChoose: (workflow: string) => void
  onBack: () => void
}

/** Which body is to decide it, where law leaves more than one: each with its rule, how binding that is, and what it takes. */
export function Bodies({ topic, person, onChoose, onBack }: BodiesProps) {
  const ids = bodiesOf(topic, person)
  const village = openingCalled(ids[0], person)?.village
  const rules = useCall('settings', village ? { params: { id: village } } : null).answer
  const settings = Object.fromEntries((rules?.settings ?? []).map(({ name, value }) => [name, value]))
  return (
    <Page title="由哪个会来定" onBack={onBack}>
      <View className="mw-h1" {...heading(2)}>
        {topic.label}
      </View>
      <RuleNote {...topic.rule} />
      {ids.map((id) => {
        const workflow = workflowOf(id)
        const choice = workflow && bodyChoice(workflow, settings)
        return (
          choice && (
            <Card key={id} title={choice.title}>
              <Stack>
                {choice.takes.map((line) => (
                  <View key={line}>{line}</View>
                ))}
                <RuleNote {...choice.rule} />
                <Button kind="second" block onPress={() => onChoose(id)}>
                  {`由${choice.title}来定`}
                </Button>
              </Stack>
            </Card>
          )
        )
      })}
    </Page>
  )
}
