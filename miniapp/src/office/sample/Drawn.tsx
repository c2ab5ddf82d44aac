import type { SampleView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { caseChip, monthDay } from '../../words'
import { monthWords } from './months'

export type DrawnProps = { month: string; drawn: NonNullable<SampleView['drawn']>; today: string }

/** What was drawn: one press leads to the form for what hasn't been looked at again, to the case for what has. */
export function DrawnCases({ month, drawn, today }: DrawnProps) {
  const { cards } = drawn
  const left = cards.filter(({ inspected }) => !inspected).length
  return (
    <Card
      title={`${monthWords(month, today)}抽到的${cards.length}件`}
      end={left > 0 ? `还有${left}件没看` : '都看过了'}
      flush
    >
      {cards.map(({ card, village, inspected }) => (
        <Row
          key={card.id}
          icon={inspected ? 'checkc' : 'eye'}
          title={card.title}
          detail={`${village} · ${caseChip(card, today).words}`}
          end={inspected ? '看过了' : '去记'}
          onPress={() => go(inspected ? routes.case(card.id) : routes.act(card.id, 'inspection'))}
        />
      ))}
    </Card>
  )
}

/** How it was drawn, so that anyone can do it again. */
export function HowDrawn({ drawn, today }: Omit<DrawnProps, 'month'>) {
  const { on, who, seed, of, how, cards } = drawn
  return (
    <Card title="怎么抽的">
      <Stack>
        <Definitions
          layout="rows"
          items={[
            { term: '谁抽的', words: who },
            { term: '哪天抽的', words: monthDay(on, today) },
            { term: '从几件里抽', words: `${of}件里抽${cards.length}件` },
          ]}
        />
        <View>
          <View className="mw-meta">种子</View>
          <View className="mw-code mw-sample-seed">{seed}</View>
        </View>
        <View>{how}</View>
        <Note tone="hui">一个月只抽一次，抽完不能重抽，谁来抽都一样。</Note>
      </Stack>
    </Card>
  )
}
