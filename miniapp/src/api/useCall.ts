import type { Answer, CallName } from '@shared/contract'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, type Input, type Refused } from './client'
import { useSession } from './session'

export type Asked<T> = {
  /** undefined while it is on its way, and when it was refused */
  answer?: T
  refused?: Refused
  /** ISO; the answer is what the phone had kept, because there is no network */
  savedAt?: string
  reload: () => Promise<void>
  /** shows what another call gave back instead of asking again */
  set: (answer: T) => void
}

type State<T> = { key: string; answer?: T; refused?: Refused; savedAt?: string }

/** Asks when the page opens, when the input or the person changes, and again when the page comes back to the front. Null asks nothing. */
export function useCall<N extends CallName>(name: N, input: Input<N> | null): Asked<Answer<N>> {
  const person = useSession()?.person.id ?? ''
  const key = input === null ? '' : `${person} ${name} ${JSON.stringify(input)}`
  const [state, setState] = useState<State<Answer<N>>>({ key: '' })
  const wanted = useRef(key)
  wanted.current = key

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for name, input and person
  const load = useCallback(async () => {
    if (input === null) return
    const { answer, refused, savedAt } = await call(name, input)
    // Whoever turned the page meanwhile wants another answer.
    if (wanted.current !== key) return
    // A refusal never wipes what is on screen.
    setState((before) => (refused && before.key === key && before.answer ? before : { key, answer, refused, savedAt }))
  }, [key])

  useEffect(() => {
    void load()
  }, [load])

  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) void load()
    shownBefore.current = true
  })

  const { answer, refused, savedAt }: State<Answer<N>> = state.key === key ? state : { key }
  const reload = async () => {
    setState((before) => (before.answer ? before : { key: '' }))
    await load()
  }
  return { answer, refused, savedAt, reload, set: (next) => setState({ key, answer: next }) }
}
