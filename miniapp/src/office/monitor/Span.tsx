import { periodOf } from '@shared/period'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { Beside } from '../../components/Sidebar'
import { StatTiles } from '../../components/StatTiles'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay } from '../../words'
import { spanTiles } from './stats'

export type SpanProps = { township: string; span: 'month' | 'quarter'; today: string; panel: ReactNode }

/** This month or this quarter instead of now: what came, what was done, and what the township did about it. */
export function Span({ township, span, today, panel }: SpanProps) {
  const found = useCall('report', { params: { id: township }, query: { period: periodOf(span, today) } })
  return (
    <Loaded of={found} kind="lines" label="正在数这段时间的">
      {({ now, before, from, keptDays }) => (
        <>
          <Card>
            <StatTiles across="four" stats={spanTiles(now, before)} />
          </Card>
          <Beside
            panel={panel}
            main={
              <Card title={`${monthDay(from)}到今天`} end="全镇">
                <Definitions
                  items={[
                    {
                      term: '该公开的',
                      words: `${now.disclosed.of}项，按时公开${now.disclosed.is}项，缺${now.missing}项`,
                    },
                    { term: '说事日', words: `该开${now.sessions.of}次，开了${now.sessions.is}次` },
                    { term: '催办', words: `${now.acts.nudged}次` },
                    { term: '督办单', words: `${now.acts.urged}张，答复${now.acts.answered}张` },
                    { term: '约谈', words: `${now.acts.summoned}次` },
                    { term: '包案、提级', words: `包案${now.acts.takenOver}件，提级${now.acts.raised}件` },
                    { term: '回头看', words: `${now.acts.lookedBack}件` },
                  ]}
                />
                {keptDays.is < keptDays.of && (
                  <Note tone="hui">
                    这段时间{keptDays.of}天，记下了{keptDays.is}天。
                  </Note>
                )}
                <View className="mw-drill-act">
                  <Button kind="second" icon="file" onPress={() => go(routes.reports(township))}>
                    看报表
                  </Button>
                </View>
              </Card>
            }
          />
        </>
      )}
    </Loaded>
  )
}
