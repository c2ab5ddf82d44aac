import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { chosenVillage, useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { DayField } from '../../components/DayField'
import { Page } from '../../components/Page'
import { useKept } from '../../platform/storage'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { openingCalled } from '../open/openings'
import { Changes } from './Changes'
import { Changing } from './Changing'
import { Eligible } from './Eligible'
import { Members } from './Members'
import './roster.scss'

/** 名册: who belongs to a village on a day, what 应到 follows from it, and how it came to be so. For the office alone. */
export default function RosterPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const chosen = useKept(chosenVillage)
  const opening = openingCalled('rosterChange', person)
  const village = param(params, 'village') || person?.village || opening?.village || chosen?.id || ''
  const change = param(params, 'change')
  const changes = opening?.village === village ? opening : undefined
  if (changes && (change === 'whole' || change === 'rows')) return <Changing opening={changes} kind={change} />
  return <Roster village={village} mayChange={changes !== undefined} signedIn={person !== undefined} />
}

function Roster({ village, mayChange, signedIn }: { village: string; mayChange: boolean; signedIn: boolean }) {
  const now = today()
  const [on, setOn] = useState(now)
  const [group, setGroup] = useState<number>()
  const found = useCall('rolls', signedIn && village ? { params: { id: village }, query: { on, group } } : null)
  const isOthers = found.refused?.refusal === 'notInScope'
  if (!signedIn || isOthers)
    return (
      <Page title="名册" onBack={goBack}>
        <Empty
          title="名册只给办事的人看"
          says={found.refused?.says ?? '先登录，再看本村的名册。'}
          action={isOthers ? '回我的' : '去登录'}
          onAction={() => go(isOthers ? routes.me() : routes.signIn(routes.roster()))}
        />
      </Page>
    )
  return (
    <Page
      title={found.answer ? `${found.answer.villageName}名册` : '名册'}
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, now)}
      actions={
        mayChange && (
          <>
            <Button kind="second" icon="file" onPress={() => go(routes.roster(village, 'whole'))}>
              导入一本
            </Button>
            <Button grow icon="edit" onPress={() => go(routes.roster(village, 'rows'))}>
              改几个人
            </Button>
          </>
        )
      }
    >
      <DayField label="看哪一天的" value={on} today={now} from="2010-01-01" onChange={setOn} />
      <Loaded of={found} kind="list" label="正在打开名册">
        {(view) => (
          <>
            {view.people === 0 ? (
              <Card>
                <Empty
                  title="这一天还没有名册"
                  says={
                    view.changes.length > 0
                      ? '换一个晚一点的日子看；第一本名册是后来才有的。'
                      : mayChange
                        ? '把全村的人从Excel导入，另一个人核对过，会上的应到人数就从这里算。'
                        : '请文书、书记、主任或社长先导入名册，会上的应到人数才算得出来。'
                  }
                  {...(mayChange &&
                    view.changes.length === 0 && {
                      action: '导入一本新名册',
                      onAction: () => go(routes.roster(village, 'whole')),
                    })}
                />
              </Card>
            ) : (
              <>
                {view.warnings.map((says) => (
                  <Note key={says} tone="zhe">
                    {says}
                  </Note>
                ))}
                <Eligible view={view} group={group} onGroup={setGroup} />
              </>
            )}
            <Changes changes={view.changes} today={now} />
            {view.people > 0 && <Members village={village} on={on} />}
          </>
        )}
      </Loaded>
    </Page>
  )
}
