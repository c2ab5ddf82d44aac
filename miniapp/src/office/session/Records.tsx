import type { SessionRunView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card, SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Row } from '../../components/Row'
import { Tile } from '../../components/Tile'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { endedWords, type Stage } from './run'

/** ④ the record of the meeting, ⑤ its summary: what is written, what is to be written. */
export function Records({ run, stage }: { run: SessionRunView; stage: Stage }) {
  const { session, village } = run
  if (!session.case) return null
  const found = session.case
  const ended = endedWords(run)
  const held = run.outcome === 'held'
  const to = (step: string) => go(routes.act(found, step, { on: session.on }))
  return (
    <>
      <SectionTitle title="记下来" />
      <Card flush>
        <Row
          tile="会"
          title="④ 记会议"
          detail={ended ? `已经记了：${ended}` : '签到、记录、照片，上次答应的怎么回的'}
          end={ended ? '看记录' : '还没记'}
          onPress={() => (ended ? go(routes.case(found)) : to('meeting'))}
        />
        {stage === 'running' || !held ? (
          <View className="mw-row mw-run-later">
            <Tile char="公" />
            <View className="mw-row-words">
              <View className="mw-row-title strong">⑤ 公开小结</View>
              <View className="mw-row-detail">{held || !ended ? '记好会议以后写' : `${ended}，不用写`}</View>
            </View>
          </View>
        ) : (
          <Row
            tile="公"
            title="⑤ 公开小结"
            detail={stage === 'written' ? '听了几件、定了什么，开头帮您写好了' : '已经公开到村务栏'}
            end={stage === 'written' ? '还没写' : '看小结'}
            onPress={() => (stage === 'written' ? to('summary') : go(routes.case(found)))}
          />
        )}
      </Card>
      {(run.outcome === 'nobodyCame' || run.outcome === 'notHeld') && <Missed run={run} village={village} />}
    </>
  )
}

/** Nobody came, or it wasn't held: what is to be done about it. */
function Missed({ run: { outcome, counts }, village }: { run: SessionRunView; village: string }) {
  const left = counts.agenda > 0 ? `没听的${counts.agenda}件还等着。` : ''
  return (
    <>
      <Note tone="zhe">
        {outcome === 'nobodyCame'
          ? `固定日没有人来，晚上或者到大家那里去开一次？${left}`
          : `这次没有开成。${left}可以加开一次，不用等下一个说事日。`}
      </Note>
      <Button
        kind="second"
        block
        icon="plus"
        onPress={() => go(routes.sessions(village, { change: 'add', kind: 'evening' }))}
      >
        加开一次
      </Button>
    </>
  )
}
