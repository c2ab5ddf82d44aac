import type { HomeView } from '@shared/schemas/views'
import { Button } from '../components/Button'
import { DateCard } from '../components/DateBlock'
import { routes } from '../routes'
import { leafOf, monthDay, nearDay, timeWords } from '../words'
import { go } from './go'

const kinds = { fixed: '是说事日', evening: '晚上加开说事', mobile: '流动说事' } as const

/** The next 说事日, with 我要说事 under it. `last` is its last line. */
export function SessionCard({ session, today, last }: { session: HomeView['session']; today: string; last: string }) {
  return (
    <DateCard
      {...leafOf(session.on)}
      title={nearDay(session.on, today) + kinds[session.kind]}
      lines={[
        `${timeWords(session.startsAt)} · ${session.place}`,
        ...(session.hosts ? [`值班：${session.hosts}`] : []),
        ...(session.was ? [`原定${monthDay(session.was, today)}（${session.why}）`] : []),
        last,
      ]}
    >
      <Button block icon="speak" onPress={() => go(routes.raise())}>
        我要说事
      </Button>
    </DateCard>
  )
}
