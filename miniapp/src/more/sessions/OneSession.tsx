import type { SessionPlanView, SessionsView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { Chips } from '../../components/Chip'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { dayWords, nearDay, timeWords } from '../../words'
import { exceptionOf, whyWords } from './rule'

export type OneSessionProps = { session: SessionPlanView; rule: SessionsView['rule']; today: string }

/** One 说事日 to come: the day; hour and place; what is out of the ordinary and why. Once its agenda stands it leads there. */
export function OneSession({ session, rule, today }: OneSessionProps) {
  const { on, startsAt, place, hosts } = session
  const near = nearDay(on, today)
  const exception = exceptionOf(session)
  const why = whyWords(session, today)
  const inside = (
    <View className="mw-row-words">
      <View className="mw-row-title strong">
        {dayWords(on, today).startsWith(near) ? dayWords(on, today) : `${near}，${dayWords(on, today)}`}
      </View>
      <View className="mw-row-detail">{`${timeWords(startsAt)} · ${place}`}</View>
      {hosts && hosts !== rule.hosts && <View className="mw-row-detail">{`值班：${hosts}`}</View>}
      {exception && (
        <View className="sessions-why">
          <Chips chips={[exception]} />
          {why && <View className="mw-row-detail">{why}</View>}
        </View>
      )}
    </View>
  )
  if (!session.case) return <View className="mw-row">{inside}</View>
  return (
    <Pressable className="mw-row" role="link" onPress={() => go(routes.case(session.case!))}>
      {inside}
      <View className="mw-row-go">
        <Icon name="right" />
      </View>
    </Pressable>
  )
}
