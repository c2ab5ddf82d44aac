import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button'

type LineProps = {
  title: string
  detail: string
  /** what can be done with it; `label` says of which to someone who doesn't see the page */
  act?: string
  label?: string
  onAct?: () => void
  /** beside the title, where nothing can be done */
  end?: ReactNode
}

/** One way, or one device: what it is, and what can be done with it. */
export function Line({ title, detail, act, label, onAct, end }: LineProps) {
  return (
    <View className="account-line">
      <View className="mw-row-words">
        <View className="mw-strong">{title}</View>
        <View className="mw-meta">{detail}</View>
      </View>
      {act && (
        <Button kind="quiet" small label={label} onPress={onAct}>
          {act}
        </Button>
      )}
      {end}
    </View>
  )
}
