import { answers, Failed, type Host } from './call'

// WeChat keeps at most this much under one key.
const LARGEST = 1024 * 1024

/** wx storage: values cross as JSON, a missing key reads as '' and never as undefined. */
export class Storage {
  private readonly kept: Map<string, string>

  constructor(
    private readonly host: Host,
    initial: Record<string, unknown> = {},
  ) {
    this.kept = new Map(Object.entries(initial).map(([key, value]) => [key, JSON.stringify(value)]))
  }

  /** All that is kept now; hand it to the next app to play a restart. */
  all(): Record<string, unknown> {
    return Object.fromEntries([...this.kept].map(([key, json]) => [key, JSON.parse(json)]))
  }

  api(): Record<string, unknown> {
    const set = (key: string, value: unknown) => {
      const json = JSON.stringify(value ?? '')
      if (json.length > LARGEST) throw new Failed('setStorage:fail entry size limit reached')
      this.kept.set(key, json)
    }
    const get = (key: string) => (this.kept.has(key) ? this.host.realm().parse(this.kept.get(key)!) : '')
    const remove = (key: string) => void this.kept.delete(key)
    const clear = () => this.kept.clear()
    const info = () =>
      this.host.realm().copy({ keys: [...this.kept.keys()], currentSize: this.size(), limitSize: 10240 })
    return {
      setStorageSync: set,
      getStorageSync: get,
      removeStorageSync: remove,
      clearStorageSync: clear,
      getStorageInfoSync: info,
      setStorage: answers(this.host, 'setStorage', ({ key, data }) => set(String(key), data)),
      getStorage: answers(this.host, 'getStorage', ({ key }) => {
        if (!this.kept.has(String(key))) throw new Failed('getStorage:fail data not found')
        return { data: get(String(key)) }
      }),
      removeStorage: answers(this.host, 'removeStorage', ({ key }) => remove(String(key))),
      clearStorage: answers(this.host, 'clearStorage', clear),
      getStorageInfo: answers(this.host, 'getStorageInfo', info),
    }
  }

  private size(): number {
    return Math.ceil([...this.kept.values()].reduce((sum, json) => sum + json.length, 0) / 1024)
  }
}
