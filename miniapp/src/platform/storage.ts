import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

/** What was kept on this phone under that name; undefined when nothing was, or when it can't be read. */
export function readKept<T>(name: string): T | undefined {
  try {
    const found = Taro.getStorageSync<T | ''>(name)
    return found === '' || found === null || found === undefined ? undefined : found
  } catch {
    return undefined
  }
}

/** Keeps a value that JSON can hold. False when the phone has no room left. */
export function keep(name: string, value: unknown): boolean {
  try {
    Taro.setStorageSync(name, value)
    return true
  } catch {
    return false
  }
}

export function forget(name: string): void {
  try {
    Taro.removeStorageSync(name)
  } catch {
    // nothing was kept
  }
}

/** Calls back when another tab of the browser has written under that name, until the answer is called. WeChat has one tab. */
export function onKeptElsewhere(name: string, callBack: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined
  const heard = ({ key }: StorageEvent) => key === name && callBack()
  window.addEventListener('storage', heard)
  return () => window.removeEventListener('storage', heard)
}

/** One value on this phone that pages watch. `set` tells every watcher; it survives a restart. */
export type Kept<T> = {
  get(): T
  set(next: T): void
  watch(onChange: () => void): () => void
  /** What lies on the phone now: another tab may have written since. It counts here from now on. */
  newest(): T
}

/** `shared`: what another tab writes counts here at once. */
export function kept<T>(name: string, initial: T, shared = false): Kept<T> {
  const watchers = new Set<() => void>()
  let value: { now: T } | undefined
  if (shared)
    onKeptElsewhere(name, () => {
      value = undefined
      for (const tell of [...watchers]) tell()
    })
  const get = () => {
    value ??= { now: readKept<T>(name) ?? initial }
    return value.now
  }
  return {
    get,
    newest: () => {
      const before = get()
      value = undefined
      // watchers compare by identity: what says the same stays the same
      if (JSON.stringify(get()) === JSON.stringify(before)) value = { now: before }
      else for (const tell of [...watchers]) tell()
      return get()
    },
    set: (next) => {
      value = { now: next }
      if (next === null || next === undefined) forget(name)
      else keep(name, next)
      for (const tell of [...watchers]) tell()
    },
    watch: (onChange) => {
      watchers.add(onChange)
      return () => watchers.delete(onChange)
    },
  }
}

/** The value of a `kept`, and a new drawing when it changes. */
export const useKept = <T>(from: Kept<T>): T => useSyncExternalStore(from.watch, from.get, from.get)

/** Under which names something is kept on this phone. */
export function keptNames(): readonly string[] {
  try {
    return Taro.getStorageInfoSync().keys
  } catch {
    return []
  }
}
