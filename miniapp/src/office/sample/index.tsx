import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { isOfTownship, useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Beside, WideHead } from '../../components/Sidebar'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { SelectField } from '../form/SelectField'
import { Places } from '../monitor/Places'
import { Drawing } from './Drawing'
import { DrawnCases, HowDrawn } from './Drawn'
import { monthsBefore } from './months'
import './sample.scss'

/** 回头看: some of what was closed in a month, drawn by lot, to be looked at once more. */
export default function SamplePage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const township = param(params, 'township') || (isOfTownship(person) ? person?.township : undefined)
  const today = todayNow()
  const months = monthsBefore(today)
  const [month, setMonth] = useState(months[0].value)
  const found = useCall('sample', person && township ? { params: { id: township }, query: { month } } : null)
  return (
    <Page
      title="回头看"
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, today)}
      side={person && <Places person={person} place="" current="sample" />}
    >
      <WideHead title="回头看" asOf="办结的说事抽几件，再去看一遍" />
      {person && township ? (
        <>
          <View className="mw-sample-month">
            <SelectField label="哪个月办结的" options={months} value={month} onChange={(to) => setMonth(to || month)} />
          </View>
          <Loaded of={found} kind="list" label="正在打开回头看">
            {(view) =>
              view.drawn ? (
                <Beside
                  main={
                    view.drawn.cards.length > 0 ? (
                      <DrawnCases month={view.month} drawn={view.drawn} today={today} />
                    ) : (
                      <Note tone="hui">抽到的里面，没有您能看的。</Note>
                    )
                  }
                  panel={<HowDrawn drawn={view.drawn} today={today} />}
                />
              ) : (
                <Drawing key={view.month} {...{ township, view, today }} onDrawn={found.set} />
              )
            }
          </Loaded>
        </>
      ) : (
        <Empty
          title="这里给镇里和片里看"
          says={person ? '您的职务不管全镇。回头看由镇里抽、镇里记。' : '先登录，再看抽到哪几件。'}
          action={person ? '看待办' : '去登录'}
          onAction={() => go(person ? routes.desk() : routes.signIn(routes.sample()))}
        />
      )}
    </Page>
  )
}
