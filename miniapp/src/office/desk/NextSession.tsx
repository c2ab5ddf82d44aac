import type { SessionsView } from '@shared/schemas/requestViews'
import { today } from '../../api/today'
import { type Asked, useCall } from '../../api/useCall'
import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { nearDay } from '../../words'
import { endedWords, nextWords } from '../session/run'
import { whereWords } from '../sessions/months'

/** 后天说事日，有5件要听: the village's next session, before everything else; how many stand on it comes a moment later. */
export function NextSession({ village, year }: { village: string; year: Asked<SessionsView> }) {
  const next = year.answer?.sessions[0]
  const run = useCall('session', next ? { params: { id: village, on: next.on } } : null)
  // the desk itself doesn't wait for it, nor does it fail with it
  if (year.refused && !next) return null
  const { counts, unacknowledged = [] } = run.answer ?? {}
  const ended = run.answer && endedWords(run.answer)
  return (
    <Card flush>
      {next ? (
        <Row
          tile="会"
          title={
            ended
              ? `${nearDay(next.on, today())}说事日，${ended}`
              : nextWords(next.on, today(), counts && counts.agenda + unacknowledged.length)
          }
          detail={whereWords(next)}
          onPress={() => go(routes.sessionRun(village, next.on))}
        />
      ) : (
        <Row
          tile="会"
          title={year.answer ? '还没有排说事日' : '下一次说事日'}
          detail={year.answer ? '看说事日安排' : '正在看是哪天…'}
          onPress={() => go(routes.sessions(village))}
        />
      )}
    </Card>
  )
}
