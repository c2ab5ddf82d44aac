import type { PersonView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { holdsOffice, isOfTownship, useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { WideHead } from '../../components/Sidebar'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { monthDay, savedWords } from '../../words'
import { SelectField } from '../form/SelectField'
import { Places } from '../monitor/Places'
import { type Kind, periodsToReport } from './periods'
import { Report } from './Report'
import './reports.scss'

/** 月报告 and 季调度: a township or one of its villages in a month or a quarter, beside the one before. */
export default function ReportsPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  // whoever holds office in a village reads the report of that village alone
  const only = !isOfTownship(person) && holdsOffice(person) ? (person?.village ?? '') : ''
  const township = param(params, 'township') || (isOfTownship(person) || only ? person?.township : undefined)
  return person && township ? (
    <Reports {...{ person, township, only }} opened={only || param(params, 'village')} />
  ) : (
    <Page title="报告" onBack={goBack} side={person && <Places person={person} place="" current="reports" />}>
      <NotHere person={person} />
    </Page>
  )
}

type ReportsProps = {
  person: PersonView
  township: string
  /** the one village that this reader may have; '' for whoever looks over all */
  only: string
  /** the village to begin with; '' for the whole township */
  opened: string
}

function Reports({ person, township, only, opened }: ReportsProps) {
  const today = todayNow()
  const [kind, setKind] = useState<Kind>('month')
  const [village, setVillage] = useState(opened)
  const periods = periodsToReport(kind, today)
  // the last one that is over
  const [period, setPeriod] = useState(periods[1].value)
  const found = useCall('report', { params: { id: township }, query: { period, ...(village && { village }) } })
  const villages = useCall('villages', {}).answer?.villages.filter((one) => one.township === township) ?? []
  const view = found.answer
  const turn = (next: Kind) => {
    setKind(next)
    setPeriod(periodsToReport(next, today)[1].value)
  }
  return (
    <Page
      title={kinds.find(({ value }) => value === kind)?.words}
      onBack={goBack}
      offline={found.savedAt && savedWords(found.savedAt, today)}
      side={!only && <Places person={person} place={view?.townshipName ?? ''} current="reports" />}
    >
      <WideHead
        title={view?.title ?? '报告'}
        asOf={view && `${monthDay(view.from, today)}到${monthDay(view.until, today)}`}
      />
      <View className="report-ask">
        <Segmented label="月报告还是季调度" options={kinds} value={kind} onChange={turn} />
        <SelectField
          label={kind === 'month' ? '哪个月' : '哪个季度'}
          options={periods}
          value={period}
          onChange={(next) => setPeriod(next || period)}
        />
        {!only && (
          <SelectField
            label="哪里的"
            options={[{ value: '', label: '全镇' }, ...villages.map(({ id, name }) => ({ value: id, label: name }))]}
            value={village}
            onChange={setVillage}
          />
        )}
      </View>
      <Loaded of={found} kind="list" label="正在打开报告">
        {(answer) => <Report view={answer} onVillage={setVillage} />}
      </Loaded>
    </Page>
  )
}

const kinds = [
  { value: 'month', words: '月报告' },
  { value: 'quarter', words: '季调度' },
] as const

function NotHere({ person }: { person?: PersonView }) {
  const isOfCounty = person?.posts.some(({ role }) => role === 'county')
  return (
    <Empty
      title="这里给镇里看"
      says={
        isOfCounty
          ? '先选一个镇，再看它的报告。'
          : person
            ? '您的职务不管全镇，请看自己村的待办。'
            : '先登录，再看报告。'
      }
      action={isOfCounty ? '看全县' : person ? '看待办' : '去登录'}
      onAction={() => go(isOfCounty ? routes.county() : person ? routes.desk() : routes.signIn(routes.reports()))}
    />
  )
}
