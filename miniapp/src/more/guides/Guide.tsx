import type { GuideView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { aria, heading } from '../../components/aria'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Icon } from '../../components/Icon'
import { canReadAloud } from '../../platform/speech'
import { ReadAloud } from '../../screen/ReadAloud'

/** One thing that can be got done: who, with what, how, how long, what it costs, where. */
export function Guide({ guide }: { guide: GuideView }) {
  const { title, who, papers, steps, time, fee, where, basis } = guide
  return (
    <>
      <View className="mw-doc">
        <View className="mw-h1" {...heading(2)}>
          {title}
        </View>
        <View className="mw-doc">
          <View className="mw-wenwu" />
        </View>
      </View>
      {canReadAloud() && <ReadAloud wide sentences={() => sentencesOf(guide)} />}
      <Card>
        <Definitions
          layout="rows"
          items={[
            { term: '几天办好', words: time },
            { term: '收不收钱', words: fee },
            { term: '到哪里、找谁', words: where },
          ]}
        />
      </Card>
      <Card title="谁能办">
        <View className="mw-pre">{who}</View>
      </Card>
      {papers.length > 0 && (
        <Card title="带什么" end={`${papers.length}样`}>
          <View {...aria({ role: 'list' })}>
            {papers.map((paper) => (
              <View key={paper} className="guides-one" {...aria({ role: 'listitem' })}>
                <Icon name="check" size="s" />
                <View>{paper}</View>
              </View>
            ))}
          </View>
        </Card>
      )}
      {steps.length > 0 && (
        <Card title="怎么办" end={`${steps.length}步`}>
          <View {...aria({ role: 'list' })}>
            {steps.map((step, i) => (
              <View key={step} className="guides-one" {...aria({ role: 'listitem' })}>
                <View className="guides-no">{i + 1}</View>
                <View>{step}</View>
              </View>
            ))}
          </View>
        </Card>
      )}
      {basis && <View className="mw-meta">依据：{basis}</View>}
    </>
  )
}

const sentencesOf = ({ title, who, papers, steps, time, fee, where }: GuideView): string[] => [
  ...[title, `谁能办：${who}`],
  ...(papers.length ? [`要带：${papers.join('，')}。`] : []),
  ...steps.map((step, i) => `第${i + 1}步，${step}`),
  `${time}办好，${fee}。到${where}。`,
]
