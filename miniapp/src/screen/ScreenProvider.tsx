import { type PropsWithChildren, useEffect, useMemo, useState } from 'react'
import { startAgreed } from '../api/agreed'
import { startOutbox } from '../api/outbox'
import { type Screen, ScreenContext } from '../components/screen'
import { loadAhead } from '../platform/ahead'
import { paintAround, phoneScreen } from '../platform/phone'
import { canSubscribe } from '../platform/subscribe'
import { useLook } from './look'
import { askServer, useServer } from './server'

/** Round the whole app: how pages are drawn, what the server says of itself, and the outbox at work. */
export function ScreenProvider({ children }: PropsWithChildren) {
  const [phone] = useState(phoneScreen)
  const { elder = false, dark = false, larger = 1 } = useLook()
  const { demo } = useServer()
  useEffect(() => {
    startOutbox()
    if (canSubscribe) startAgreed()
    loadAhead()
    void askServer()
  }, [])
  useEffect(() => paintAround(elder, dark), [elder, dark])
  const screen = useMemo<Screen>(
    () => ({
      ...{ elder, dark, statusBar: phone.statusBar, capsule: phone.capsule },
      scale: scaleOf(phone.fontScale * larger, elder),
      ...(demo && { strip: '演示版：数据都是编的' }),
    }),
    [elder, dark, larger, phone, demo],
  )
  return <ScreenContext.Provider value={screen}>{children}</ScreenContext.Provider>
}

/** 大字 is drawn a third larger already, so what the phone asks for counts from there. */
const scaleOf = (wanted: number, elder: boolean) => Math.min(Math.max(elder ? wanted / 1.3 : wanted, 1), 2)
