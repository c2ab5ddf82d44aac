import type { SessionRunView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { SectionTitle } from '../../components/Card'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import { Heard, type Hears, ToHear } from './Cards'
import { Records } from './Records'
import type { Stage } from './run'
import { Unacknowledged } from './Unacknowledged'

export type SectionsProps = {
  run: SessionRunView
  stage: Stage
  /** whether this person runs the session */
  runs: boolean
  /** the session, where it can be heard at now */
  hears?: Hears
  onTaken: () => Promise<void>
}

/** The session in the order in which it is run: what was promised, what is to be heard, what was heard, the record. */
export function Sections({ run, stage, runs, hears, onTaken }: SectionsProps) {
  const { agenda, unacknowledged, later, heard, promised, today, session, village } = run
  const begun = stage !== 'planned' && stage !== 'waiting'
  const over = stage === 'over'
  const name = (nth: string, during: string, ahead: string) => (begun && !over ? `${nth} ${during}` : ahead)
  const toHear = agenda.length + unacknowledged.length
  return (
    <>
      {(promised.length > 0 || (begun && run.before)) && (
        <>
          <SectionTitle
            title={name('①', '先念上次答应的', '上次答应的')}
            meta={run.before && `${monthDay(run.before, today)}，${promised.length}件`}
          />
          {promised.length > 0 ? (
            <Heard heard={promised} today={today} />
          ) : (
            <View className="mw-second">上次没有答应要办的事。</View>
          )}
        </>
      )}
      <SectionTitle
        title={name('②', '逐件听', over ? '没有听的' : '这次要听的')}
        meta={toHear > 0 ? `${toHear}件` : undefined}
      />
      {unacknowledged.length > 0 && (
        <Unacknowledged cards={unacknowledged} today={today} runs={runs} onTaken={onTaken} />
      )}
      {agenda.length > 0 && <ToHear cards={agenda} today={today} hears={hears} />}
      {toHear === 0 &&
        (begun ? (
          <View className="mw-second">{heard.length > 0 ? '排在这次的都听完了。' : '没有排在这次的事。'}</View>
        ) : (
          <Empty title="还没有事排在这次" says="有人说事就会排进来。上门、打电话说的，也可以替他登记。" />
        ))}
      {heard.length > 0 && (
        <>
          <SectionTitle title="听过的" meta={`${heard.length}件`} />
          <Heard heard={heard} today={today} />
        </>
      )}
      {hears && (
        <>
          <SectionTitle title="③ 当场新说的" />
          <Button
            kind="second"
            block
            icon="plus"
            onPress={() =>
              go(routes.raise(undefined, { channel: 'session', back: routes.sessionRun(village, session.on) }))
            }
          >
            登记当场新说的
          </Button>
        </>
      )}
      {later.length > 0 && (
        <>
          <SectionTitle title={hears ? '截止以后提的，也可以听' : '排在后面的'} meta={`${later.length}件`} />
          <ToHear cards={later} today={today} hears={hears} later />
        </>
      )}
      {begun && runs && <Records run={run} stage={stage} />}
    </>
  )
}
