import type { SessionPlanView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Chip, Chips } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Definitions } from '../../components/Definitions'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { dayWords, monthDay, timeWords } from '../../words'
import { cutOffDay, exceptionChips, movedWords, whereWords } from './months'

export type OneSessionProps = {
  session: SessionPlanView
  village: string
  today: string
  mayChange: boolean
  open: boolean
  onOpen: () => void
}

/** One 说事日 of the year: its day; a press shows when, where, who, and what may be done with it. */
export function OneSession({ session, village, today, mayChange, open, onOpen }: OneSessionProps) {
  const { on, kind, hosts, startsAt, place, cutOff } = session
  const why = movedWords(session)
  const chips = exceptionChips(session)
  const day = monthDay(on, today)
  return (
    <View className="mw-plan-one">
      <Pressable className="mw-row" expanded={open} onPress={onOpen}>
        <View className="mw-row-words">
          <View className="mw-row-title strong">{dayWords(on, today)}</View>
          <View className="mw-row-detail">{whereWords(session)}</View>
          {(chips.length > 0 || on === today) && (
            <View className="mw-plan-chips">
              <Chips chips={chips}>{on === today && <Chip kind="zhe" icon="cal" words="今天" />}</Chips>
            </View>
          )}
        </View>
        <View className={cls('mw-row-go', open && 'mw-plan-open')}>
          <Icon name="down" />
        </View>
      </Pressable>
      {open && (
        <View className="mw-plan-more">
          {why && <View className="mw-second">{`${why}。`}</View>}
          <Definitions
            layout="rows"
            items={[
              { term: '时间', words: timeWords(startsAt) },
              { term: '地点', words: place },
              { term: '谁值班', words: hosts },
              { term: '报名截止', words: cutOffDay(cutOff, today) },
            ]}
          />
          <View className="mw-plan-acts">
            <Button
              kind="second"
              small
              icon="list"
              label={`${day}的议程`}
              onPress={() => go(routes.sessionRun(village, on))}
            >
              看议程
            </Button>
            {mayChange && kind === 'fixed' && (
              <Button
                kind="second"
                small
                icon="cal"
                label={`${day}改期`}
                onPress={() => go(routes.sessions(village, { change: 'move', on }))}
              >
                改期
              </Button>
            )}
            {mayChange && kind !== 'fixed' && (
              <Button
                kind="danger"
                small
                icon="x"
                label={`取消${day}加开的`}
                onPress={() => go(routes.sessions(village, { change: 'drop', on }))}
              >
                取消加开
              </Button>
            )}
          </View>
        </View>
      )}
    </View>
  )
}
