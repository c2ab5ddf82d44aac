import { earlierWords, fewRated, nowWords, percentOf, satisfiedOf } from '@shared/reportWords'
import type { ReportView } from '@shared/schemas/monitorViews'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Row } from '../../components/Row'
import { Beside } from '../../components/Sidebar'
import { type Stat, StatTiles } from '../../components/StatTiles'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Compared } from './Compared'
import { actsOf, answeredWords, endWords, keptWords, linesOf, sinceWords } from './figures'
import { ListExport } from './ListExport'
import { TrendCard } from './TrendCard'
import { trendsOf } from './trends'
import { Villages } from './Villages'
import { Writing } from './Writing'

/** A report as it is read: four figures, everything beside the period before, the villages, a year of it. */
export function Report({ view, onVillage }: { view: ReportView; onVillage: (village: string) => void }) {
  const kept = keptWords(view)
  const words = { now: nowWords(view), earlier: earlierWords(view) }
  return (
    <>
      <Card>
        <StatTiles across="four" stats={tilesOf(view)} />
      </Card>
      {kept && <Note>{kept}</Note>}
      <Beside
        main={
          <>
            <Compared title="办得怎么样" lines={linesOf(view)} {...words} />
            <Compared title="镇里和片里做了什么" lines={actsOf(view)} {...words} />
            <Villages villages={view.village ? [] : view.villages} onOpen={onVillage} />
            {view.watched.length > 0 && (
              <Card title="重点帮扶的村" end={`${view.watched.length}个`} flush>
                {view.watched.map(({ id, villageName, title, leader }) => (
                  <Row
                    key={id}
                    tile="帮"
                    title={`${villageName}：${title}`}
                    detail={`责任领导${leader}`}
                    onPress={() => go(routes.case(id))}
                  />
                ))}
              </Card>
            )}
          </>
        }
        panel={
          <>
            <Writing view={view} />
            {trendsOf(view).map((trend) => (
              <TrendCard key={trend.title} trend={trend} />
            ))}
            <ListExport key={`${view.village} ${view.period}`} view={view} />
          </>
        }
      />
    </>
  )
}

const tilesOf = (view: ReportView): readonly Stat[] => {
  const { now } = view
  const end = endWords(view)
  const onTime = percentOf({ of: now.closed, is: now.onTime })
  const rated = satisfiedOf(now)
  const satisfied = rated && percentOf(rated)
  const share = (percent: number | undefined) => ({ value: percent ?? '—', unit: percent === undefined ? '' : '%' })
  return [
    {
      ...{ icon: 'alert', words: `${end}逾期`, value: now.overdue, unit: '件', tone: 'jiang' },
      note: sinceWords(({ overdue }) => overdue, view),
    },
    {
      ...{ icon: 'clock', words: `${end}在办`, value: now.open, unit: '件' },
      note: sinceWords(({ open }) => open, view),
    },
    {
      ...{ icon: 'checkc', words: '按时办结', ...share(onTime) },
      note: onTime === undefined ? '没有办结的' : `${now.closed}件里${now.onTime}件`,
    },
    {
      ...{ icon: 'smile', words: '群众满意', ...share(satisfied) },
      note: satisfied === undefined ? (now.answered.is > 0 ? fewRated : '没有人评') : answeredWords(now.answered),
    },
  ]
}
