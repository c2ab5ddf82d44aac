import type { HolidaysView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Beside, WideHead } from '../../components/Sidebar'
import { Toast, type ToastWords } from '../../components/Toast'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { Places } from '../monitor/Places'
import { placeSetBy } from '../VillagesApart'
import { Entering } from './Entering'
import './holidays.scss'
import { YearCard } from './YearCard'
import { nextYear, provisionalWords, yearsThatAre } from './years'

/** 放假安排: the years that are known, and for the county the next one to be entered. */
export default function HolidaysPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const place = param(params, 'place') || placeSetBy(person)
  const found = useCall('holidays', person && place ? { params: { id: place } } : null)
  const [entering, setEntering] = useState<number>()
  const [toast, setToast] = useState<ToastWords>()
  const view = found.answer

  if (entering !== undefined && view && place)
    return (
      <Entering
        {...{ place, view, year: entering }}
        onBack={() => setEntering(undefined)}
        onSaved={(next) => {
          found.set(next)
          setEntering(undefined)
          setToast({ key: Date.now(), words: `${entering}年的已保存，今晚重新算期限` })
        }}
      />
    )
  return (
    <Page
      title="放假安排"
      onBack={goBack}
      busy={!view && place !== undefined}
      offline={found.savedAt && savedWords(found.savedAt, todayNow())}
      side={person && <Places person={person} place={person.posts[0]?.placeName ?? ''} current="holidays" />}
      over={<Toast toast={toast} onGone={() => setToast(undefined)} />}
      actions={
        view?.mayChange && (
          <Button block icon="edit" onPress={() => setEntering(nextYear(view))}>
            {`记${nextYear(view)}年的放假安排`}
          </Button>
        )
      }
    >
      {person && place ? (
        <Loaded of={found} kind="list" label="正在打开放假安排">
          {(answer) => <Years view={answer} onChange={answer.mayChange ? setEntering : undefined} />}
        </Loaded>
      ) : (
        <Empty
          title="先登录"
          says="登录以后，看期限照哪些放假和调休算。"
          action="去登录"
          onAction={() => go(routes.signIn(routes.holidays()))}
        />
      )}
    </Page>
  )
}

function Years({ view, onChange }: { view: HolidaysView; onChange?: (year: number) => void }) {
  const today = todayNow()
  const [older, setOlder] = useState(false)
  const over = yearsThatAre(view.years, 'over', today)
  return (
    <>
      <WideHead title="放假安排" asOf={`知道到${monthDay(view.until, '')}`} />
      <Note tone="zhe">{provisionalWords(view)}</Note>
      <Beside
        main={
          <>
            {[...yearsThatAre(view.years, 'now', today), ...(older ? over : [])].map((one) => (
              <YearCard
                key={one.year}
                of={one}
                onChange={onChange && one.standing === 'entered' ? () => onChange(one.year) : undefined}
              />
            ))}
            {over.length > 0 && !older && <Link words="看以前的" onPress={() => setOlder(true)} />}
          </>
        }
        panel={
          <>
            <Note tone="hui">
              {onChange
                ? '国家公布的年份不能改。通知出来以后，把下一年的记在这里。'
                : '国家公布的不能改，下一年的由县里记。要改请跟县里说。'}
            </Note>
            {view.changes.length > 0 && (
              <Card title="谁改过">
                {view.changes.map(({ on, who, year }, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a history is only ever longer
                  <View key={view.changes.length - i} className="holiday-change">
                    <View className="mw-strong">{who}</View>
                    <View className="mw-meta">
                      {monthDay(on, today)}记了{year}年的放假安排
                    </View>
                  </View>
                ))}
              </Card>
            )}
          </>
        }
      />
    </>
  )
}
