/** What the compiled build hands to WeChat, and what WeChat hands back: the shapes that both layers share. */

export type AppJson = {
  pages: string[]
  subPackages?: { root: string; pages: string[] }[]
  tabBar?: { color?: string; selectedColor?: string; list: { pagePath: string; text: string }[] }
  window?: { navigationStyle?: string; navigationBarTitleText?: string }
  lazyCodeLoading?: string
}

export type Data = Record<string, unknown>
export type Query = Record<string, string>
export type Method = (this: unknown, ...args: unknown[]) => unknown

/** What is handed to App(), Page() and Component(): data and methods under names of the program's choosing. */
export type Definition = Record<string, unknown>

export type ComponentDefinition = {
  properties?: Record<string, { value?: unknown } | null>
  data?: Data
  methods?: Record<string, Method>
  lifetimes?: { attached?: Method; detached?: Method }
  attached?: Method
  detached?: Method
}

export type PageInstance = Definition & {
  __id: number
  route: string
  options: Query
  data: Data
  setData(data: Data, done?: () => void): void
}

/** One crossing from the logic layer to the view layer; bytes are those of the JSON that crossed. */
export type SetData = {
  page: string
  pageId: number
  target: 'page' | 'component'
  bytes: number
  paths: string[]
  first: boolean
}

export type ApiCall = { api: string; options: Record<string, unknown> }
export type ConsoleLine = { level: 'log' | 'info' | 'warn' | 'error' | 'debug'; args: unknown[] }

/** Calls a lifecycle method if the program has it. */
export function callIfThere(owner: Definition, name: string, ...args: unknown[]): unknown {
  const method = owner[name]
  return typeof method === 'function' ? method.apply(owner, args) : undefined
}
