import type { HomeView } from '@shared/schemas/views'
import { Button } from '../components/Button'
import { DateCard } from '../components/DateBlock'
import { routes } from '../routes'
import { leafOf, nearDay, timeWords } from '../words'
import { go } from './go'

/** The next 说事日, with 我要说事 under it. `last` is its last line. */
export function SessionCard({ session, today, last }: { session: HomeView['session']; today: string; last: string }) {
  return (
    <DateCard
      {...leafOf(session.on)}
      title={`${nearDay(session.on, today)}是说事日`}
      lines={[`${timeWords(session.startsAt)} · ${session.place}`, last]}
    >
      <Button block icon="speak" onPress={() => go(routes.raise())}>
        我要说事
      </Button>
    </DateCard>
  )
}
