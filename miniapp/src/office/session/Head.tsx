import type { SessionRunView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { call } from '../../api/client'
import { Chips, Note } from '../../components/Chip'
import { DateCard } from '../../components/DateBlock'
import { PrintButton } from '../../screen/PrintButton'
import { leafOf, nearDay } from '../../words'
import { cutOffDay, exceptionChips, movedWords, whereWords } from '../sessions/months'
import type { Stage } from './run'

/** Which session this is: day, time, place, who is on duty, why it isn't on its day; its agenda on paper. */
export function Head({ run, stage, runs }: { run: SessionRunView; stage: Stage; runs: boolean }) {
  const { session, today, village } = run
  const { on, hosts, cutOff } = session
  const chips = exceptionChips(session)
  const why = movedWords(session)
  const prints = runs && stage !== 'over' && stage !== 'written'
  return (
    <>
      <DateCard
        {...leafOf(on)}
        title={`${nearDay(on, today)}说事日`}
        lines={[whereWords(session), ...(hosts ? [`值班：${hosts}`] : []), ...(why ? [why] : [])]}
      >
        {(chips.length > 0 || prints) && (
          <View className="mw-stack">
            {chips.length > 0 && <Chips chips={chips} />}
            {prints && <PrintButton words="打印议程" ask={() => call('printAgenda', { body: { village, on } })} />}
          </View>
        )}
      </DateCard>
      {stage === 'planned' && (
        <Note tone="hui" icon="clock">
          {`${cutOffDay(cutOff, today)}截止。截止以后自动排好这次会，到了那天在这里一件一件听。`}
        </Note>
      )}
      {stage === 'waiting' && (
        <Note tone="dai">{`已经截止，要听的都在下面。${nearDay(on, today)}到了就在这里开会。`}</Note>
      )}
    </>
  )
}
