import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { aria } from './aria'
import { Icon, type IconName } from './Icon'

/** `key` tells two toasts with the same words apart. */
export type ToastWords = { key: number; words: string; icon?: IconName }

/**
 * One line for three seconds: icon and result. Never the only place where an error is told.
 * Goes into Page's `over` and stays there: the place is announced to screen readers only when it was empty before.
 */
export function Toast({ toast, onGone }: { toast?: ToastWords; onGone: () => void }) {
  const key = toast?.key
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new toast starts the time anew
  useEffect(() => {
    if (key === undefined) return
    const timer = setTimeout(onGone, 3000)
    return () => clearTimeout(timer)
  }, [key])
  return (
    <View className="mw-toast-place" {...aria({ role: 'status', live: 'polite' })}>
      {toast && (
        <View className="mw-toast">
          <Icon name={toast.icon ?? 'checkc'} />
          <View>{toast.words}</View>
        </View>
      )}
    </View>
  )
}
