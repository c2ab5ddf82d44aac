import { useEffect, useState } from 'react'
import { Button, IconLabel } from '../components/Button'
import { readAloud, stopReading } from '../platform/speech'

export type ReadAloudProps = {
  sentences: () => readonly string[]
  /** a button across the page instead of an icon in the bar */
  wide?: boolean
}

/** 读给我听; pressed again it stops, and it stops with the page. Drawn only where `canReadAloud()`. */
export function ReadAloud({ sentences, wide }: ReadAloudProps) {
  const [reading, setReading] = useState(false)
  useEffect(() => stopReading, [])
  const press = () => {
    if (reading) stopReading()
    else readAloud(sentences(), () => setReading(false))
    setReading(!reading)
  }
  const words = reading ? '停下来' : '读给我听'
  const icon = reading ? 'x' : 'sound'
  if (!wide) return <IconLabel icon={icon} words={words} onPress={press} />
  return (
    <Button kind="second" block icon={icon} onPress={press}>
      {words}
    </Button>
  )
}
