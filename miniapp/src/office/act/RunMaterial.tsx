import type { SessionRunView } from '@shared/schemas/requestViews'
import { SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { monthDay } from '../../words'
import { Heard } from '../session/Cards'

/** What has to be known while a session is put on record: what was promised the time before, what hasn't been heard yet. */
export function RunMaterial({ run, today }: { run: SessionRunView; today: string }) {
  const { promised, before, counts } = run
  return (
    <>
      {promised.length > 0 && (
        <>
          <SectionTitle
            title="上次答应的"
            meta={`${before ? `${monthDay(before, today)}，` : ''}${promised.length}件`}
          />
          <Heard heard={promised} today={today} />
        </>
      )}
      {counts.agenda > 0 && <Note tone="zhe">还有{counts.agenda}件没有商量。听完了再记；没听的，从明天起算逾期。</Note>}
    </>
  )
}
