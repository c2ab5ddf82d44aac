import type { MatterTopic } from '@shared/matterTopics'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Link } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { RuleNote } from '../../components/RuleNote'
import { Opening } from '../open/Opening'
import type { Opening as OpeningOf } from '../open/openings'
import { alsoAsked, bodyChoice } from './topics'

export type MatterProps = {
  opening: OpeningOf
  topic: MatterTopic
  onBack: () => void
  onOpened: (view: CaseView) => void
}

/** The matter itself, with what it is about and who decides it above the form. */
export function Matter({ opening, topic, onBack, onOpened }: MatterProps) {
  const choice = bodyChoice(opening.workflow)
  return (
    <Opening
      opening={opening}
      item=""
      period=""
      about={topic.value}
      start={{ topic: topic.value, joint: false }}
      rule={choice?.rule}
      {...{ onBack, onOpened }}
    >
      <Card>
        <Stack>
          <Definitions
            layout="rows"
            items={[
              { term: '关于什么', words: topic.label },
              { term: '由谁定', words: choice?.title ?? '' },
            ]}
          />
          <RuleNote {...topic.rule} />
          {[...(choice?.takes ?? []), ...alsoAsked(topic)].map((line) => (
            <View key={line} className="mw-second">
              {line}
            </View>
          ))}
          <Link words="选错了，重新选" onPress={onBack} />
        </Stack>
      </Card>
    </Opening>
  )
}
