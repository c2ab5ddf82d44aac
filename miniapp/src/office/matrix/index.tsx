import type { MatrixView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isOfTownship, useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button, Link } from '../../components/Button'
import { Card, SectionTitle } from '../../components/Card'
import { Page } from '../../components/Page'
import { Beside, Wide, WideHead } from '../../components/Sidebar'
import { StatTiles } from '../../components/StatTiles'
import { canSaveText, saveText } from '../../platform/saveText'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { csvOf } from '../monitor/csv'
import { Places } from '../monitor/Places'
import { useOrders } from '../urging/useOrders'
import { type Urging, useUrging } from '../urging/useUrging'
import { Drill } from './Drill'
import { Filters } from './Filters'
import { type Filter, groupsOf, mostUrgent, type Spot, spotWords, tableOf, villagesOf } from './matrix'
import '../../more/disclosure/index.scss'
import './matrix.scss'
import { Strips } from './Strips'
import { Legend, Table } from './Table'

/** 公开检查: which village has published what, over a township. */
export default function MatrixPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const township = param(params, 'township') || (isOfTownship(person) ? person?.township : undefined)
  const thisYear = Number(today().slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const found = useCall('matrix', person && township ? { params: { id: township }, query: { year } } : null)
  const view = found.answer
  const urging = useUrging(township, person, today(), () => void found.reload())
  return (
    <Page
      title={view ? `${view.townshipName}公开检查` : '公开检查'}
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      side={person && <Places person={person} place={view?.townshipName ?? ''} current="matrix" />}
      over={urging.over}
    >
      {township ? (
        <Loaded of={found} kind="list" label="正在对各村的公开目录">
          {(answer) => <Matrix view={answer} urging={urging} years={[thisYear, thisYear - 1]} onYear={setYear} />}
        </Loaded>
      ) : (
        <Empty
          title="这里给镇里和片里看"
          says={person ? '您的职务不管全镇，请看自己村的公开栏。' : '先登录，再看全镇各村该公开的公开了没有。'}
          action={person ? '看公开栏' : '去登录'}
          onAction={() => go(person ? routes.disclosure() : routes.signIn(routes.matrix()))}
        />
      )}
    </Page>
  )
}

type MatrixProps = { view: MatrixView; urging: Urging; years: readonly number[]; onYear: (year: number) => void }

function Matrix({ view, urging, years, onYear }: MatrixProps) {
  const [filter, setFilter] = useState<Filter>({ cluster: '', board: '', missingOnly: false })
  const [chosen, setChosen] = useState<Partial<Spot>>()
  const spot = chosen ?? mostUrgent(view, filter)
  const village = view.villages.find((v) => v.id === spot?.village)
  const drilled = useCall('disclosure', village ? { params: { id: village.id }, query: { year: view.year } } : null)

  const orders = useOrders(village?.id, urging.sends)

  const groups = groupsOf(view, filter)
  const villages = villagesOf(view, filter)
  const { totals } = view
  const filters = (phone?: boolean) => (
    <Filters view={view} filter={filter} onChange={setFilter} years={years} onYear={onYear} phone={phone} />
  )
  const drill = village && (
    <Drill
      view={drilled.answer}
      refused={drilled.refused}
      title={spotWords(view, village, spot?.code)}
      code={spot?.code}
      village={village.id}
      orders={orders}
      ask={urging.ask}
    />
  )
  const nothing = <Empty title="没有缺的" says="按规定到期的，这里的村都公开了。选“全部”看每一项。" />
  return (
    <>
      <WideHead title="公开检查" asOf={`${view.villages.length}个村，截至${monthDay(view.today)}`}>
        <Link words="公开目录设定" icon="edit" onPress={() => go(routes.catalogue(view.township))} />
        {canSaveText() && (
          <Button
            kind="second"
            small
            icon="download"
            onPress={() =>
              saveText(
                `${view.townshipName}公开检查${view.today}.csv`,
                csvOf(tableOf(groups, villages, view.today)),
                'text/csv;charset=utf-8',
              )
            }
          >
            导出表格
          </Button>
        )}
      </WideHead>
      <Card>
        <StatTiles
          across="four"
          stats={[
            { icon: 'alert', words: '缺', value: totals.missing, unit: '期', tone: 'jiang' },
            { icon: 'clock', words: '迟公开', value: totals.late, unit: '期' },
            { icon: 'checkc', words: '按时公开', value: totals.posted + totals.nothing, unit: '期' },
            { icon: 'house', words: '有缺的村', value: view.villages.filter((v) => v.missing > 0).length, unit: '个' },
          ]}
        />
      </Card>
      <Wide only="wide">
        {filters()}
        <Beside
          main={
            <Card title="每个村每一项公开了没有" end={<Legend />}>
              {villages.length > 0 && groups.length > 0 ? (
                <Table groups={groups} villages={villages} today={view.today} selected={spot} onSelect={setChosen} />
              ) : (
                nothing
              )}
            </Card>
          }
          panel={
            <>
              {urging.told}
              {drill}
            </>
          }
        />
      </Wide>
      <Wide only="phone">
        <View className="mw-stack">
          {urging.told}
          {chosen ? (
            <>
              {drill}
              <Button kind="second" block icon="left" onPress={() => setChosen(undefined)}>
                回到各村
              </Button>
            </>
          ) : (
            <>
              {filters(true)}
              <SectionTitle
                title="各村缺几期"
                meta={`${villages.length}个村`}
                more="公开目录设定"
                onMore={() => go(routes.catalogue(view.township))}
              />
              {villages.length > 0 ? (
                <Card flush>
                  <Strips view={view} villages={villages} onSelect={(id) => setChosen({ village: id })} />
                </Card>
              ) : (
                nothing
              )}
            </>
          )}
        </View>
      </Wide>
    </>
  )
}
