import { assign } from './dataPath'
import { callIfThere, type Data, type PageInstance, type Query, type SetData } from './definitions'
import { type Modules, resolve } from './modules'
import type { Pending } from './pending'
import type { Realm } from './realm'

export type Opening = 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch'

/** What the view layer is told. `changed` calls `done` once the new data is on screen. */
export type Screen = {
  created(page: PageInstance): void
  shown(page: PageInstance, visible: boolean): void
  removed(page: PageInstance): void
  changed(page: PageInstance, done: () => void): void
}

// WeChat's own limit on pages above one another.
const DEEPEST = 10

/** The pages that are open, as WeChat keeps them: at most ten deep, and tab pages kept alive beside the stack. */
export class PageStack {
  readonly open: PageInstance[] = []
  readonly setDataLog: SetData[] = []
  private readonly keptTabs = new Map<string, PageInstance>()
  private lastId = 0

  constructor(
    private readonly modules: Modules,
    private readonly pending: Pending,
    private readonly realm: () => Realm,
    private readonly screen: () => Screen,
  ) {}

  get top(): PageInstance | undefined {
    return this.open[this.open.length - 1]
  }

  isTab(route: string): boolean {
    return this.modules.app.tabBar?.list.some((tab) => tab.pagePath === route) ?? false
  }

  /** Opens an address the given way. Answers WeChat's message when it refuses, else undefined. */
  go(how: Opening, url: string): string | undefined {
    const { route, query } = this.parse(url)
    if (!this.modules.routes.includes(route)) return `${how}:fail page "${route}" is not found`
    const isTab = this.isTab(route)
    if (how === 'navigateTo') {
      if (isTab) return 'navigateTo:fail can not navigateTo a tabbar page'
      if (this.open.length >= DEEPEST) return 'navigateTo:fail webview count limit exceed'
      if (this.top) this.hide(this.top)
      this.push(route, query)
    } else if (how === 'redirectTo') {
      if (isTab) return 'redirectTo:fail can not redirectTo a tabbar page'
      this.pop()
      this.push(route, query)
    } else if (how === 'switchTab') {
      if (!isTab) return 'switchTab:fail can not switch to no-tabBar page'
      this.switchTo(route)
    } else {
      this.clear()
      const page = this.push(route, query)
      if (isTab) this.keptTabs.set(route, page)
    }
    return undefined
  }

  back(delta = 1): void {
    const pops = Math.min(delta, this.open.length - 1)
    for (let i = 0; i < pops; i++) this.pop()
    if (pops > 0 && this.top) this.show(this.top)
  }

  clear(): void {
    while (this.open.length > 0) this.pop()
    for (const page of this.keptTabs.values()) this.unload(page)
    this.keptTabs.clear()
  }

  private switchTo(route: string): void {
    const from = this.top
    if (from?.route === route) return
    while (this.open.length > 1) this.pop()
    const bottom = this.open.pop()
    if (bottom && !this.isTab(bottom.route)) this.unload(bottom)
    else if (bottom && bottom === from) this.hide(bottom)
    const kept = this.keptTabs.get(route)
    if (kept) {
      this.open.push(kept)
      this.show(kept)
    } else {
      this.keptTabs.set(route, this.push(route, {}))
    }
  }

  private push(route: string, query: Query): PageInstance {
    const page = this.create(route, query)
    this.open.push(page)
    this.screen().created(page)
    this.pending.guard(() => callIfThere(page, 'onLoad', this.realm().copy(query)))
    this.show(page)
    this.pending.defer(() => callIfThere(page, 'onReady'))
    return page
  }

  private pop(): void {
    const page = this.open.pop()
    if (!page) return
    this.keptTabs.delete(page.route)
    this.unload(page)
  }

  private show(page: PageInstance): void {
    this.screen().shown(page, true)
    this.pending.guard(() => callIfThere(page, 'onShow'))
  }

  private hide(page: PageInstance): void {
    this.screen().shown(page, false)
    this.pending.guard(() => callIfThere(page, 'onHide'))
  }

  private unload(page: PageInstance): void {
    this.pending.guard(() => callIfThere(page, 'onUnload'))
    this.screen().removed(page)
  }

  private create(route: string, query: Query): PageInstance {
    const definition = this.modules.loadPage(route)
    const page = Object.create(definition) as PageInstance
    for (const [name, value] of Object.entries(definition)) {
      page[name] = typeof value === 'function' ? value : this.realm().copy(value)
    }
    const nothing = () => {}
    const channel = { on: nothing, once: nothing, off: nothing, emit: nothing }
    const data = (this.realm().copy(definition.data) ?? {}) as Data
    Object.assign(page, { __id: ++this.lastId, route, __route__: route, options: query, data })
    Object.assign(page, { selectComponent: () => null, getTabBar: nothing, getOpenerEventChannel: () => channel })
    page.setData = (changes, done) => this.setData(page, changes, done)
    return page
  }

  private setData(page: PageInstance, changes: Data, done?: () => void): void {
    const json = JSON.stringify(changes)
    const first = !this.setDataLog.some((entry) => entry.pageId === page.__id)
    const size = { bytes: Buffer.byteLength(json), paths: Object.keys(changes), first }
    this.setDataLog.push({ page: page.route, pageId: page.__id, target: 'page', ...size })
    for (const [path, value] of Object.entries(this.realm().parse(json) as Data)) assign(page.data, path, value)
    const answered = this.pending.begin()
    this.screen().changed(page, () => {
      this.pending.guard(() => done?.call(page))
      answered()
    })
  }

  private parse(url: string): { route: string; query: Query } {
    const [place = '', search = ''] = url.split('?')
    const pairs = search.split('&').filter((pair) => pair !== '')
    // WeChat leaves parameters as they were written: a page that forgets to decode fails here too.
    const query = Object.fromEntries(pairs.map((pair) => /^([^=]*)=?(.*)$/s.exec(pair)!.slice(1)))
    return { route: resolve(this.top?.route ?? '', place), query }
  }
}
