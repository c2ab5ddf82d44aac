import type { ReportView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { DayField } from '../../components/DayField'
import { Segmented } from '../../components/Segmented'
import { askedFor, kinds, lists, spanProblem, type Wanted } from './listWords'
import { useFile } from './useFile'
import { WrittenFile } from './WrittenFile'

/** 导出清单: every case of a list, a line each, to be taken along. */
export function ListExport({ view: { township, village, from, until, today } }: { view: ReportView }) {
  const [wanted, setWanted] = useState<Wanted>({ list: 'open', as: 'xlsx', from, until: until < today ? until : today })
  const [tried, setTried] = useState(false)
  const file = useFile()
  const problem = tried ? spanProblem(wanted, today) : undefined
  const change = (next: Partial<Wanted>) => setWanted({ ...wanted, ...next })
  const ask = () => {
    setTried(true)
    if (spanProblem(wanted, today)) return
    void file.ask('list', () => call('exportList', { body: askedFor(wanted, township, village) }), false)
  }
  return (
    <Card title="导出清单">
      <Stack>
        <Segmented label="哪张清单" options={lists} value={wanted.list} onChange={(list) => change({ list })} />
        {wanted.list === 'open' ? (
          <View className="mw-meta">今天还在办的，一件一行。</View>
        ) : (
          (['from', 'until'] as const).map((name) => (
            <DayField
              key={name}
              id={`list-${name}`}
              label={name === 'from' ? '从哪天起' : '到哪天'}
              value={wanted[name]}
              today={today}
              until={today}
              error={problem?.field === name ? problem.says : undefined}
              onChange={(day) => change({ [name]: day })}
            />
          ))
        )}
        <Segmented label="做成什么" options={kinds} value={wanted.as} onChange={(as) => change({ as })} />
        <Button
          kind="second"
          block
          icon="list"
          busy={file.busy === 'list'}
          busyWords="正在做，行数多的要等一会儿…"
          onPress={ask}
        >
          导出
        </Button>
        <WrittenFile of={file} />
      </Stack>
    </Card>
  )
}
