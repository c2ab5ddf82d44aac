import type { MonitorView, PersonView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api/client'
import { isOfTownship, useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card, SectionTitle } from '../../components/Card'
import { HeatLegend, HeatMatrix } from '../../components/HeatMatrix'
import { HeatStrip } from '../../components/HeatStrip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Segmented } from '../../components/Segmented'
import { Beside, Wide, WideHead } from '../../components/Sidebar'
import { StatTiles } from '../../components/StatTiles'
import { canSaveText, saveText } from '../../platform/saveText'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { csvOf, matrixRows } from './csv'
import { Drill } from './Drill'
import { Filters } from './Filters'
import { Hottest } from './Hottest'
import { countOf, countWords, type Filter, groupsOf, mostUrgent, type Spot, spotWords, villagesOf } from './matrix'
import { Places } from './Places'

/** 监测: village × step over a township, and the cases behind each cell. */
export default function MonitorPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const township = param(params, 'township') || (isOfTownship(person) ? person?.township : undefined)
  const found = useCall('monitor', person && township ? { params: { id: township } } : null)
  const view = found.answer
  return (
    <Page
      title={view ? `${view.townshipName}监测` : '监测'}
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      side={person && <Places person={person} place={view?.townshipName ?? ''} />}
    >
      {township ? (
        <Loaded of={found} kind="list" label="正在打开监测">
          {(answer) => <Monitor view={answer} person={person} />}
        </Loaded>
      ) : (
        <Empty
          title="这里给镇里和片里看"
          says={person ? '您的职务不管全镇，请看自己村的待办。' : '先登录，再看全镇各村卡在哪一步。'}
          action={person ? '看待办' : '去登录'}
          onAction={() => go(person ? routes.desk() : routes.signIn(routes.monitor()))}
        />
      )}
    </Page>
  )
}

const urgers = ['township', 'townshipLead', 'clusterLead']
// Seventeen cells don't fit beside each other on a phone.
const halves = [
  { value: 'main', words: '说事、议事', marks: ['说', '议'] },
  { value: 'boards', words: '说事会、公开', marks: ['会', '公', '更', '财', '问', '询', '质', '避'] },
] as const

function Monitor({ view, person }: { view: MonitorView; person?: PersonView }) {
  const [filter, setFilter] = useState<Filter>({ cluster: '', overdueOnly: false })
  const [half, setHalf] = useState<(typeof halves)[number]['value']>('main')
  const [chosen, setChosen] = useState<Spot>()
  const urgent = mostUrgent(view, filter)
  const spot = chosen ?? urgent
  const [mark, seal] = spot?.step.split('/') ?? []
  const query = spot && { scope: 'township' as const, village: spot.village, ...(mark && { mark, seal }), limit: 20 }
  const first = useCall('backlog', query ? { query } : null)
  const pages = usePages(first.answer, (after) => call('backlog', { query: { ...query, after } }))

  const groups = groupsOf(view)
  const villages = villagesOf(view, filter)
  const late = view.villages.filter(({ overdue }) => overdue > 0).length
  const drill = spot && (
    <Drill
      title={spotWords(view, spot)}
      says={countWords(countOf(view, spot), view.today)}
      pages={first.refused ? { ...pages, refused: first.refused } : pages}
      ready={first.answer !== undefined || first.refused !== undefined}
      mayUrge={person?.posts.some(({ role }) => urgers.includes(role)) ?? false}
      today={view.today}
    />
  )
  const nothing = <Empty title="没有要显示的村" says="换一个片，或者选“各村”。" />
  return (
    <>
      <WideHead title="监测" asOf={`${view.villages.length}个村，截至${monthDay(view.today)}`}>
        <Filters view={view} filter={filter} onChange={setFilter} />
        {canSaveText() && (
          <Button
            kind="second"
            small
            icon="download"
            onPress={() =>
              saveText(
                `${view.townshipName}监测${view.today}.csv`,
                csvOf(matrixRows(groups, villages)),
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
            { icon: 'alert', words: '逾期', value: view.totals.overdue, unit: '件', tone: 'jiang' },
            { icon: 'clock', words: '在办', value: view.totals.open, unit: '件' },
            { icon: 'hourglass', words: '一周内到期', value: view.totals.dueThisWeek, unit: '件' },
            { icon: 'house', words: '有逾期的村', value: late, unit: '个' },
          ]}
        />
      </Card>
      <Wide only="phone">
        <View className="mw-stack">
          <Card flush>
            <Row
              icon="board"
              title="公开检查"
              detail="每个村该公开的公开了没有"
              onPress={() => go(routes.matrix(view.township))}
            />
            <Row
              icon="eye"
              title="回头看"
              detail="办结的说事抽几件，再去看一遍"
              onPress={() => go(routes.sample(view.township))}
            />
            <Row icon="edit" title="公开目录设定" onPress={() => go(routes.catalogue(view.township))} />
            <Row icon="clock" title="规则和期限" onPress={() => go(routes.settings(view.township))} />
          </Card>
          <Filters view={view} filter={filter} onChange={setFilter} />
        </View>
      </Wide>
      <Wide only="wide">
        <Beside
          main={
            <Card title="各村卡在哪一步" end={<HeatLegend matrix />}>
              {villages.length > 0 ? (
                <HeatMatrix
                  groups={groups}
                  villages={villages}
                  selected={spot}
                  onSelect={(village, step) => setChosen({ village, step })}
                />
              ) : (
                nothing
              )}
            </Card>
          }
          panel={drill}
        />
      </Wide>
      <Wide only="phone">
        <View className="mw-stack">
          {chosen ? (
            <>
              {drill}
              <Button kind="second" block icon="left" onPress={() => setChosen(undefined)}>
                回到各村
              </Button>
            </>
          ) : (
            <>
              {urgent && <Hottest view={view} spot={urgent} onOpen={() => setChosen(urgent)} />}
              <SectionTitle title="各村卡在哪一步" meta={`${villages.length}个村`} />
              <Segmented label="看哪几步" options={halves} value={half} onChange={setHalf} />
              {villages.length > 0 ? (
                <Card flush>
                  <HeatStrip
                    groups={groupsOf(view, halves.find(({ value }) => value === half)?.marks)}
                    villages={villages}
                    onSelect={(village) => setChosen({ village, step: '' })}
                  />
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
