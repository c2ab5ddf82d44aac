import { View } from '@tarojs/components'
import { useEffect, useRef } from 'react'
import { aria, heading } from './aria'
import { Icon } from './Icon'
import { Pressable } from './Pressable'

export type ErrorSummaryProps = {
  /** `id` of the field, and what is wrong there. */
  errors: readonly { id: string; says: string }[]
  /** Scrolls there; the page knows how. */
  onGo: (id: string) => void
  /** 有2处要改，改好再落印 */
  title?: string
  /** Changes with each attempt, so that a second press brings the reader back here. */
  attempt?: number
}

type Box = { focus?: () => void; ownerDocument?: { activeElement?: { matches?: (of: string) => boolean } } }

/** At the top of a form that couldn't be sent. Takes focus on the web, but from nobody who is filling in. Draw it only while there are errors. */
export function ErrorSummary({
  errors,
  onGo,
  title = `有${errors.length}处要改，改好再交`,
  attempt = 0,
}: ErrorSummaryProps) {
  const box = useRef<Box>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt is the reason to take focus again
  useEffect(() => {
    // it comes and goes while a field is judged as it is filled in
    if (!box.current?.ownerDocument?.activeElement?.matches?.('input, textarea, [role=spinbutton]'))
      box.current?.focus?.()
  }, [attempt])
  return (
    <View ref={box} className="mw-errors mw-focus" {...aria({ role: 'alert' })} {...{ tabIndex: -1 }}>
      <View className="mw-errors-title" {...heading(2)}>
        <Icon name="alert" bold />
        {title}
      </View>
      {errors.map(({ id, says }) => (
        <Pressable key={id} className="mw-errors-one" role="link" onPress={() => onGo(id)}>
          {says}
        </Pressable>
      ))}
    </View>
  )
}
