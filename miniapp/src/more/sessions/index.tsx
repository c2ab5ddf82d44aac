import type { SessionsView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { useVillage } from '../../api/useVillage'
import { Empty } from '../../components/Blank'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { dayWords, monthDay, savedWords } from '../../words'
import './index.scss'
import { OneSession } from './OneSession'
import { pastWords, ruleWords } from './rule'

const few = 6

/** 说事日安排: by what rule, and every day of the year ahead with what is out of the ordinary. */
export default function Sessions() {
  const { id, refused, ask } = useVillage()
  const found = useCall('sessions', id ? { params: { id } } : null)
  const offline = found.savedAt && savedWords(found.savedAt, todayNow())
  return (
    <Page title="说事日安排" onBack={goBack} busy={!found.answer} offline={offline}>
      <Loaded
        of={{ ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }}
        kind="list"
        label="正在打开说事日安排"
      >
        {(view) => <Plan view={view} />}
      </Loaded>
    </Page>
  )
}

function Plan({ view }: { view: SessionsView }) {
  const [all, setAll] = useState(false)
  const { today, sessions, past, changes } = view
  return (
    <>
      <Card title={`${view.villageName}的说事日`}>
        {ruleWords(view.rule).map((line) => (
          <View key={line}>{line}</View>
        ))}
      </Card>
      {sessions.length === 0 ? (
        <Empty title="还没有排说事日" says="村里还没有定。有急事请打村里的电话，或者直接说，村里会看到。" />
      ) : (
        <Card flush title="往后一年" end={`${sessions.length}次`}>
          {(all ? sessions : sessions.slice(0, few)).map((one) => (
            <OneSession key={one.on} session={one} rule={view.rule} today={today} />
          ))}
        </Card>
      )}
      {sessions.length > few && (
        <Link words={all ? '只看最近的' : `看全年${sessions.length}次`} onPress={() => setAll(!all)} />
      )}
      {past.length > 0 && (
        <Card flush title="开过的">
          {past.map((one) => (
            <Row
              key={one.case}
              icon="cal"
              title={dayWords(one.on, today)}
              detail={pastWords(one)}
              onPress={() => go(routes.case(one.case))}
            />
          ))}
        </Card>
      )}
      {changes.length > 0 && (
        <Card title="改过什么">
          {changes.map(({ on, who, says }) => (
            <View key={`${on}${says}`} className="sessions-change">
              {says}
              <View className="mw-meta">{`${who}，${monthDay(on, today)}`}</View>
            </View>
          ))}
        </Card>
      )}
      {view.mayChange && (
        <Button kind="second" block icon="edit" onPress={() => go(routes.sessions(view.village))}>
          改说事日
        </Button>
      )}
    </>
  )
}
