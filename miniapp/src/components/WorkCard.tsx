import { View } from '@tarojs/components'
import { heading } from './aria'
import { Button } from './Button'
import { type ChipProps, Chips } from './Chip'
import { Icon } from './Icon'
import { Pressable } from './Pressable'
import { Seal, type SealState } from './Seal'

export type WorkCardProps = {
  /** The step that waits. */
  char: string
  state: SealState
  /** What to do: 填写结果：后山水渠清淤 */
  title: string
  detail: string
  chips: readonly ChipProps[]
  onPress: () => void
  /** Opens the card: it then holds the screen's one filled button with these words. For the first overdue one. */
  action?: string
}

/** One piece of 待办, a row in a flush Card. */
export function WorkCard({ char, state, title, detail, chips, onPress, action }: WorkCardProps) {
  const words = (
    <>
      <Seal char={char} state={state} />
      <View>
        <View className="mw-td-title" {...(action ? heading(3) : {})}>
          {title}
        </View>
        <View className="mw-td-detail">{detail}</View>
        {chips.length > 0 && <Chips chips={chips} />}
      </View>
    </>
  )
  if (!action)
    return (
      <Pressable className="mw-td" role="link" onPress={onPress}>
        {words}
        <View className="mw-td-go">
          <Icon name="right" />
        </View>
      </Pressable>
    )
  return (
    <View className="mw-td open">
      {words}
      <View className="mw-td-act">
        <Button block onPress={onPress}>
          {action}
        </Button>
      </View>
    </View>
  )
}
