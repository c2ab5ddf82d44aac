import type { AuditsView } from '@shared/schemas/reviewViews'
import type { CaseView, PersonView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isOfTownship, useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { Wide, WideHead } from '../../components/Sidebar'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { Places } from '../monitor/Places'
import { Opened } from '../open/Opened'
import { openingCalled } from '../open/openings'
import { Beginning } from './Beginning'
import { type Due, only, type Which } from './due'
import { List } from './List'
import { Table } from './Table'

/** 经济责任审计 over a township: who is due and until when, and what is being audited. */
export default function Audits() {
  const { params } = useRouter()
  const person = useSession()?.person
  const township = param(params, 'township') || (isOfTownship(person) ? person?.township : undefined)
  const found = useCall('audits', person && township ? { params: { id: township } } : null)
  const opening = openingCalled('audit', person)
  const [begun, setBegun] = useState<Due>()
  const [opened, setOpened] = useState<CaseView>()

  if (opened) return <Opened view={opened} />
  if (opening && begun)
    return <Beginning workflow={opening.workflow} row={begun} onBack={() => setBegun(undefined)} onOpened={setOpened} />
  return (
    <Page
      title="经济责任审计"
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, todayNow())}
      side={person && <Places person={person} place={person.posts[0]?.placeName ?? ''} current="audits" />}
    >
      {township ? (
        <Loaded of={found} kind="list" label="正在对谁该审计了">
          {(view) => <Rows view={view} onBegin={opening && setBegun} />}
        </Loaded>
      ) : (
        <NotHere person={person} />
      )}
    </Page>
  )
}

function Rows({ view, onBegin }: { view: AuditsView; onBegin?: (row: Due) => void }) {
  const today = todayNow()
  const [which, setWhich] = useState<Which>('all')
  const rows = only(view.rows, which, today)
  const count = (of: Which) => only(view.rows, of, today).length
  const shown = { rows, today, onBegin }
  return (
    <>
      <WideHead title="经济责任审计" asOf={`${view.rows.length}个人，截至${monthDay(today)}`} />
      <Segmented
        label="看哪些"
        options={[
          { value: 'all', words: '全部', count: count('all') },
          { value: 'due', words: '到期没审', count: count('due') },
          { value: 'open', words: '正在审', count: count('open') },
        ]}
        value={which}
        onChange={setWhich}
      />
      {rows.length === 0 ? (
        <Empty title={nothing[which]} says="任期里要审一次，离任要审一次。该审的人按日子排在这里。" />
      ) : (
        <>
          <Wide only="wide">
            <Card>
              <Table {...shown} />
            </Card>
          </Wide>
          <Wide only="phone">
            <List {...shown} />
          </Wide>
        </>
      )}
    </>
  )
}

const nothing: Readonly<Record<Which, string>> = {
  all: '没有要审计的人',
  due: '没有到期没审的',
  open: '没有正在审的',
}

function NotHere({ person }: { person?: PersonView }) {
  return (
    <Empty
      title="这里给镇里看"
      says={person ? '您的职务不管全镇。审计到您，待办里会有。' : '先登录，再看谁该审计了。'}
      action={person ? '看待办' : '去登录'}
      onAction={() => go(person ? routes.desk() : routes.signIn(routes.audits()))}
    />
  )
}
