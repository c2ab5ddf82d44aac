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

/** One value on this phone that pages watch. `set` tells every watcher; it survives a restart. */
export type Kept<T> = { get(): T; set(next: T): void; watch(onChange: () => void): () => void }

export function kept<T>(name: string, initial: T): Kept<T> {
  const watchers = new Set<() => void>()
  let value: { now: T } | undefined
  return {
    get: () => {
      value ??= { now: readKept<T>(name) ?? initial }
      return value.now
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
