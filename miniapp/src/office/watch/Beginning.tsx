import type { WatchView } from '@shared/schemas/monitorViews'
import type { CaseView } from '@shared/schemas/views'
import { useState } from 'react'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Loaded } from '../../screen/Loaded'
import { Opening } from '../open/Opening'
import type { Opening as OpeningOf } from '../open/openings'
import { rowsThatAre } from './standing'

export type BeginningProps = {
  township: string
  workflow: OpeningOf['workflow']
  view: WatchView
  onBack: () => void
  onOpened: (view: CaseView) => void
}

/** 列入重点帮扶: first which village, then why, who answers for it, and the plan. */
export function Beginning({ township, workflow, view, onBack, onOpened }: BeginningProps) {
  const [village, setVillage] = useState<{ id: string; name: string }>()
  const found = useCall('villages', {})
  if (village)
    return (
      <Opening
        opening={{ workflow, village: village.id, villageName: village.name }}
        {...{ item: '', period: '', title: `${village.name}列入重点帮扶`, onOpened }}
        start={{ notedOn: today() }}
        people={view.people}
        onBack={() => setVillage(undefined)}
      >
        <Note tone="hui">只有任职的人看得到，不对村民公开。责任领导每个月记一次帮扶情况，到日子会提醒。</Note>
      </Opening>
    )
  const helped = new Set(rowsThatAre(view.rows, 'open').map((row) => row.village))
  return (
    <Page title="列入重点帮扶" onBack={onBack}>
      <Loaded of={found} kind="list" label="正在打开村的名单">
        {({ villages }) => (
          <Card title="哪个村" flush>
            {villages
              .filter((one) => one.township === township)
              .map(({ id, name }) => (
                <Row
                  key={id}
                  icon="house"
                  title={name}
                  end={helped.has(id) ? '正在帮扶' : undefined}
                  onPress={() => setVillage({ id, name })}
                />
              ))}
          </Card>
        )}
      </Loaded>
    </Page>
  )
}
