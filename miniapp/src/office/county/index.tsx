import type { CountyView } from '@shared/schemas/monitorViews'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Beside, WideHead } from '../../components/Sidebar'
import { StatTiles } from '../../components/StatTiles'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { Places } from '../monitor/Places'
import { Townships } from './Townships'
import { sumsOf } from './totals'

/** 全县: each township's totals, and what the county sets for all of them. */
export default function CountyPage() {
  const person = useSession()?.person
  const county = person?.posts.find(({ role }) => role === 'county')?.place
  const found = useCall('county', county ? { params: { id: county } } : null)
  return (
    <Page
      title="全县"
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, todayNow())}
      side={person && <Places person={person} place="全县" current="county" />}
    >
      {county ? (
        <Loaded of={found} kind="list" label="正在打开全县">
          {(view) => <County view={view} county={county} />}
        </Loaded>
      ) : (
        <Empty
          title="这里给县里看"
          says={person ? '您的职务不管全县，请看待办。' : '先登录，再看全县各镇。'}
          action={person ? '看待办' : '去登录'}
          onAction={() => go(person ? routes.desk() : routes.signIn(routes.county()))}
        />
      )}
    </Page>
  )
}

function County({ view: { today, townships }, county }: { view: CountyView; county: string }) {
  const sums = sumsOf(townships)
  return (
    <>
      <WideHead title="全县" asOf={`${townships.length}个镇，${sums.villages}个村，截至${monthDay(today)}`} />
      <Card>
        <StatTiles
          across="four"
          stats={[
            { icon: 'alert', words: '逾期', value: sums.overdue, unit: '件', tone: 'jiang' },
            { icon: 'clock', words: '在办', value: sums.open, unit: '件' },
            { icon: 'hourglass', words: '快到期', value: sums.near, unit: '件' },
            { icon: 'board', words: '到期没公开', value: sums.missing, unit: '项' },
          ]}
        />
      </Card>
      <Beside
        main={<Townships townships={townships} />}
        panel={
          <Card title="县里定的" flush>
            <Row
              icon="edit"
              title="公开目录"
              detail="公开哪些、多久一次，谁改过"
              onPress={() => go(routes.catalogue(county))}
            />
            <Row
              icon="clock"
              title="规则和期限"
              detail="几天办好、几天提醒，谁改过"
              onPress={() => go(routes.settings(county))}
            />
            <Row
              icon="cal"
              title="放假安排"
              detail="放假和调休，期限跟着它算"
              onPress={() => go(routes.holidays(county))}
            />
          </Card>
        }
      />
    </>
  )
}
