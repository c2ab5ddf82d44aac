import type { WatchView } from '@shared/schemas/monitorViews'
import type { CaseView, PersonView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isOfTownship, useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { WideHead } from '../../components/Sidebar'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { Places } from '../monitor/Places'
import { Opened } from '../open/Opened'
import { openingCalled } from '../open/openings'
import { Beginning } from './Beginning'
import { Rows } from './Rows'
import { rowsThatAre } from './standing'

/** 重点帮扶: villages in difficulty, who answers for each, and when the next note is due. */
export default function WatchPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const township = param(params, 'township') || (isOfTownship(person) ? person?.township : undefined)
  const found = useCall('watch', person && township ? { params: { id: township } } : null)
  const known = useCall('holidays', person && township ? { params: { id: township } } : null).answer?.until
  const workflow = openingCalled('watch', person)?.workflow
  const [begins, setBegins] = useState(false)
  const [opened, setOpened] = useState<CaseView>()
  const view = found.answer
  const begin = view?.mayOpen && workflow ? () => setBegins(true) : undefined

  if (opened) return <Opened view={opened} />
  if (begins && view && workflow && township)
    return <Beginning {...{ township, workflow, view }} onBack={() => setBegins(false)} onOpened={setOpened} />
  return (
    <Page
      title="重点帮扶"
      onBack={goBack}
      busy={!view && township !== undefined}
      offline={found.savedAt && savedWords(found.savedAt, todayNow())}
      side={person && <Places person={person} place={person.posts[0]?.placeName ?? ''} current="watch" />}
      actions={
        begin && (
          <Button block icon="plus" onPress={begin}>
            列入一个村
          </Button>
        )
      }
    >
      {person && township ? (
        <Loaded of={found} kind="list" label="正在打开重点帮扶">
          {(answer) => <Helped view={answer} known={known} onBegin={begin} />}
        </Loaded>
      ) : (
        <NotHere person={person} />
      )}
    </Page>
  )
}

type HelpedProps = { view: WatchView; known?: string; onBegin?: () => void }

function Helped({ view, known, onBegin }: HelpedProps) {
  const today = todayNow()
  const [which, setWhich] = useState<'open' | 'closed'>('open')
  const rows = rowsThatAre(view.rows, which)
  const count = (of: 'open' | 'closed') => rowsThatAre(view.rows, of).length
  return (
    <>
      <WideHead title="重点帮扶" asOf={`${count('open')}件，截至${monthDay(today)}`} />
      {count('closed') > 0 && (
        <Segmented
          label="看哪些"
          options={[
            { value: 'open', words: '正在帮', count: count('open') },
            { value: 'closed', words: '已移出', count: count('closed') },
          ]}
          value={which}
          onChange={setWhich}
        />
      )}
      {rows.length > 0 ? (
        <Rows {...{ rows, today, known }} />
      ) : (
        <Empty
          title={which === 'open' ? '现在没有重点帮扶的村' : '还没有移出的'}
          says={
            onBegin
              ? '公开连着几期没有按时、班子闹矛盾的村，列进来，定一位领导包着，每月记一次。'
              : '镇里把有困难的村列进来，定一位领导包着，每月记一次。'
          }
        />
      )}
      <Note tone="hui">按村名排。只有任职的人看得到，不对村民公开。</Note>
    </>
  )
}

function NotHere({ person }: { person?: PersonView }) {
  return (
    <Empty
      title="这里给镇里和片里看"
      says={person ? '您的职务不管全镇，请看自己村的待办。' : '先登录，再看哪些村要帮。'}
      action={person ? '看待办' : '去登录'}
      onAction={() => go(person ? routes.desk() : routes.signIn(routes.watch()))}
    />
  )
}
