import type { ScanBegun } from '@shared/schemas/accountViews'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client'
import { enter } from '../../api/signIn'
import { deviceWords } from '../../platform/device'

const second = 1000
const askEvery = 2
// A page that nobody looks at any more stops asking.
const mostCodes = 5
// What passes by itself while the code stands.
const passes: readonly string[] = ['offline', 'tooManyRequests', 'broken']

/** A code to be scanned, asked about every two seconds and made anew when its time is up. `left`: seconds that it is still good. */
export function useScan(onDone: () => void) {
  const [scan, setScan] = useState<ScanBegun>()
  const [left, setLeft] = useState(0)
  const [wrong, setWrong] = useState('')
  const [round, setRound] = useState(0)
  const [codes, setCodes] = useState(1)
  const done = useRef(onDone)
  done.current = onDone
  const isOver = codes > mostCodes

  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is the reason to begin anew
  useEffect(() => {
    if (isOver) return
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const anew = () => {
      setCodes((n) => n + 1)
      setRound((n) => n + 1)
    }
    const run = async () => {
      const { answer: begun, refused } = await call('scanBegin', { body: { says: deviceWords() } })
      if (stopped) return
      setWrong(refused?.says ?? '')
      if (!begun) return setCodes(mostCodes + 1)
      setScan(begun)
      const until = Date.now() + begun.seconds * second
      let ticks = 0
      const tick = async () => {
        const seconds = Math.ceil((until - Date.now()) / second)
        if (seconds <= 0) return anew()
        setLeft(seconds)
        if (++ticks % askEvery === 0) {
          const taken = await call('scanTake', { params: { id: begun.id }, body: { secret: begun.secret } })
          if (stopped) return
          if (taken.answer && 'token' in taken.answer) {
            enter(taken.answer)
            return done.current()
          }
          if (taken.refused && !passes.includes(taken.refused.refusal)) return anew()
          setWrong(taken.refused?.says ?? '')
        }
        timer = setTimeout(tick, second)
      }
      await tick()
    }
    void run()
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [round, isOver])

  const again = () => {
    setScan(undefined)
    setCodes(1)
    setRound((n) => n + 1)
  }
  return { scan, left, wrong: isOver && !wrong ? '等得久了，码已经停用。' : wrong, isOver, again }
}
