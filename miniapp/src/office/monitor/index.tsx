import { useRouter } from '@tarojs/taro'
import { useRef, useState } from 'react'
import { isOfTownship, useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { useUrging } from '../urging/useUrging'
import { type Filter, isNarrowed, queryOf } from './filter'
import { Monitor } from './Monitor'
import { Places } from './Places'

/** 监测: village × step over a township, and the cases behind each cell. */
export default function MonitorPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const township = param(params, 'township') || (isOfTownship(person) ? person?.township : undefined)
  const asks = person && township
  const [filter, setFilter] = useState<Filter>({})
  const found = useCall('monitor', asks ? { params: { id: township }, query: queryOf(filter) } : null)
  const trends = useCall('trends', asks ? { params: { id: township }, query: { weeks: 12 } } : null)
  // What was shown stays while it is narrowed, or whoever narrows it would lose their place on the page.
  const shown = useRef(found.answer)
  shown.current = found.answer ?? shown.current
  const view = shown.current
  const urging = useUrging(township, person, today(), () => void found.reload())
  // how many 督办单 are open is known while nothing is left out
  const orders = useRef<number>()
  if (found.answer && !isNarrowed(filter))
    orders.current = found.answer.villages.reduce(
      (sum, { cells }) => sum + (cells['督/答']?.open ?? 0) + (cells['督/核']?.open ?? 0),
      0,
    )
  return (
    <Page
      title={view ? `${view.townshipName}监测` : '监测'}
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      side={person && <Places person={person} place={view?.townshipName ?? ''} orders={orders.current} />}
      over={urging.over}
      busy={asks !== undefined && found.answer === undefined && found.refused === undefined}
    >
      {township ? (
        <Loaded of={{ ...found, answer: found.refused ? undefined : view }} kind="list" label="正在打开监测">
          {(answer) => (
            <Monitor
              view={answer}
              trends={trends}
              person={person}
              urging={urging}
              filter={filter}
              onFilter={setFilter}
              sent={orders.current}
            />
          )}
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
