import type { MatterTopic } from '@shared/matterTopics'
import { View } from '@tarojs/components'
import { Fragment } from 'react'
import { Card, SectionTitle } from '../../components/Card'
import { Row } from '../../components/Row'
import type { TopicGroup } from './topics'

/** What it can be about, under whose affair it is. */
export function Topics({
  groups,
  onChoose,
}: {
  groups: readonly TopicGroup[]
  onChoose: (topic: MatterTopic) => void
}) {
  return (
    <>
      <View className="mw-second">这件事是关于什么的？选了就知道该由哪个会来定。</View>
      {groups.map(({ title, says, topics }) => (
        <Fragment key={title}>
          <SectionTitle title={title} meta={says} />
          <Card flush>
            {topics.map((topic) => (
              <Row key={topic.value} title={topic.label} detail={topic.detail} onPress={() => onChoose(topic)} />
            ))}
          </Card>
        </Fragment>
      ))}
    </>
  )
}
