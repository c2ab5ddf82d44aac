import type { SessionsView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chips, Note } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { dayWords, monthDay } from '../../words'
import { monthsOf, pastChip, ruleLines } from './months'
import { OneSession } from './OneSession'

// How many months stand open before someone asks for the whole year.
const near = 3

/** How a village's sessions are held, and the year ahead month by month. */
export function Plan({ view }: { view: SessionsView }) {
  const [opened, setOpened] = useState<string>()
  const [whole, setWhole] = useState(false)
  const { today, village, mayChange } = view
  const months = monthsOf(view.sessions)
  return (
    <>
      {!mayChange && <Note>您可以看，不能改。时间、地点和改期由村文书、书记、主任和镇里来定。</Note>}
      <Card title="怎么开">
        <Definitions layout="rows" items={ruleLines(view.rule)} />
        {mayChange && (
          <View className="mw-plan-act">
            <Button kind="second" block icon="edit" onPress={() => go(routes.sessions(village, { change: 'rule' }))}>
              改时间、地点、值班
            </Button>
          </View>
        )}
      </Card>
      <Card flush>
        <Row
          icon="cal"
          title="每月哪几天，由镇里定"
          detail="在“规则和期限”的“说事日”里改"
          onPress={() => go(routes.settings(village))}
        />
      </Card>
      {months.length === 0 && <Empty title="往后一年还没有排" says="请镇里在“规则和期限”里定好每月哪几天是说事日。" />}
      {months.slice(0, whole ? undefined : near).map(({ month, title, sessions }) => (
        <Card key={month} title={title} end={`${sessions.length}次`} flush>
          {sessions.map((session) => (
            <OneSession
              key={session.on}
              {...{ session, village, today, mayChange }}
              open={opened === session.on}
              onOpen={() => setOpened(opened === session.on ? undefined : session.on)}
            />
          ))}
        </Card>
      ))}
      {!whole && months.length > near && (
        <Button kind="second" block icon="down" onPress={() => setWhole(true)}>
          {`看往后一年，共${view.sessions.length}次`}
        </Button>
      )}
      <Past view={view} />
      <Changes view={view} />
    </>
  )
}

function Past({ view: { past, village, today } }: { view: SessionsView }) {
  if (past.length === 0) return null
  return (
    <Card title="开过的" flush>
      {past.map((one) => (
        <Pressable key={one.on} className="mw-row" role="link" onPress={() => go(routes.sessionRun(village, one.on))}>
          <View className="mw-row-words">
            <View className="mw-row-title">{dayWords(one.on, today)}</View>
            <View className="mw-plan-chips">
              <Chips chips={[pastChip(one)]} />
            </View>
          </View>
          <View className="mw-row-go">
            <Icon name="right" />
          </View>
        </Pressable>
      ))}
    </Card>
  )
}

function Changes({ view: { changes, today } }: { view: SessionsView }) {
  if (changes.length === 0) return null
  return (
    <Card title="谁改过什么">
      {changes.map(({ on, who, says }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a history is only ever longer
        <View key={changes.length - i} className="mw-plan-change">
          <View className="mw-strong">
            {monthDay(on, today)} {who}
          </View>
          <View className="mw-meta">{says}</View>
        </View>
      ))}
    </Card>
  )
}
