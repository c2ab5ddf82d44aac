import { type ApiCall, type ConsoleLine, callIfThere, type Definition, type Query } from './definitions'
import { Modules } from './modules'
import { PageStack, type Screen } from './pageStack'
import { Pending } from './pending'
import { Realm } from './realm'
import type { Host } from './wx/call'
import { deviceApi, type WeChatPerson } from './wx/device'
import { Dialogs } from './wx/dialogs'
import { Files } from './wx/files'
import { navigationApi } from './wx/navigation'
import { Network, type RequestHandler } from './wx/network'
import { Privacy } from './wx/privacy'
import { selectorQuery } from './wx/selectors'
import { Sound } from './wx/sound'
import { Storage } from './wx/storage'

export type LogicOptions = {
  /** The folder of the compiled build. */
  dist: string
  /** Answers wx.request, uploadFile and downloadFile. */
  request: RequestHandler
  /** What is in wx storage before the start. */
  storage?: Record<string, unknown>
  /** Files that are on the phone before the start. */
  files?: Record<string, Uint8Array>
  /** Replaces measures of the phone, as { windowWidth: 320 }. */
  systemInfo?: Record<string, unknown>
  /** What the program takes "now" to be; without it, the real time. Timers run in real time always. */
  now?: () => Date
  /** Replaces or adds wx calls. */
  wx?: Record<string, unknown>
}

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** The half of WeChat that runs the program's scripts, with what app-service has and nothing more. */
export class LogicLayer {
  readonly pending = new Pending()
  readonly calls: ApiCall[] = []
  readonly consoleLog: ConsoleLine[] = []
  /** Names that the program looked for on wx and did not find. */
  readonly missing = new Set<string>()
  readonly person: WeChatPerson = { loginCode: 'code-of-the-person', subscribes: () => 'accept' }
  /** While the handlers of a tap run: what WeChat allows to a tap alone, it allows then. */
  isTapped = false
  readonly privacy = new Privacy()
  readonly modules: Modules
  readonly pages: PageStack
  readonly network: Network
  readonly files: Files
  readonly sound: Sound
  readonly storage: Storage
  readonly dialogs: Dialogs
  /** Set by the view layer, which needs this one first. */
  screen!: Screen & { find(selector: string): Element[] }
  navigationTitle = ''
  private realm!: Realm
  private app?: Definition
  private launchOptions: object = {}

  constructor(options: LogicOptions) {
    const realm = () => this.realm
    const { pending, calls, privacy } = this
    const host: Host = { pending, calls, realm, privacy, isTapped: () => this.isTapped }
    this.modules = new Modules(options.dist, realm)
    this.pages = new PageStack(this.modules, this.pending, realm, () => this.screen)
    this.files = new Files(host, options.files)
    this.network = new Network(host, this.files, options.request)
    this.sound = new Sound(host, this.files)
    this.storage = new Storage(host, options.storage)
    this.dialogs = new Dialogs(host)
    const globals = this.globals(this.wx(host, options))
    this.realm = new Realm(globals, options.now)
  }

  /** Runs app.js and App()'s onLaunch for a start at this page. */
  launch(path: string, query: Query): void {
    this.launchOptions = this.realm.copy({ path, query, scene: 1001, referrerInfo: {} })
    this.modules.require('app.js')
    if (!this.app) throw new Error('app.js did not call App()')
    callIfThere(this.app, 'onLaunch', this.launchOptions)
    callIfThere(this.app, 'onShow', this.launchOptions)
  }

  /** A value as it is handed to the program. */
  copy<T>(value: T): T {
    return this.realm.copy(value)
  }

  private globals(wx: unknown): Record<string, unknown> {
    const log = (level: ConsoleLine['level']) => [level, (...args: unknown[]) => this.consoleLog.push({ level, args })]
    const timer =
      (repeats: boolean) =>
      (run: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) =>
        this.pending.setTimer(() => run(...args), ms ?? 0, repeats)
    const stop = (id: number) => this.pending.clearTimer(id)
    const globals: Record<string, unknown> = {
      wx,
      console: Object.fromEntries(LEVELS.map(log)),
      setTimeout: timer(false),
      setInterval: timer(true),
      clearTimeout: stop,
      clearInterval: stop,
      App: (app: Definition) => {
        this.app = app
      },
      Page: (page: Definition) => this.modules.definePage(page),
      Component: (component: Definition) => this.modules.defineComponent(component),
      Behavior: (behavior: unknown) => behavior,
      getApp: () => this.app,
      getCurrentPages: () => [...this.pages.open],
    }
    globals.global = globals
    return globals
  }

  private wx(host: Host, options: LogicOptions): unknown {
    const nothing = () => {}
    const observer = {
      relativeTo: () => observer,
      relativeToViewport: () => observer,
      observe: nothing,
      disconnect: nothing,
    }
    const events = ['AppShow', 'AppHide', 'Error', 'UnhandledRejection', 'PageNotFound', 'ThemeChange', 'WindowResize']
    const wx: Record<string, unknown> = {
      ...Object.fromEntries(events.flatMap((name) => [`on${name}`, `off${name}`]).map((name) => [name, nothing])),
      ...deviceApi(host, this.person, options.systemInfo ?? {}),
      ...navigationApi(host, this.pages, (title) => {
        this.navigationTitle = title
      }),
      ...this.network.api(),
      ...this.files.api(),
      ...this.sound.api(),
      ...this.storage.api(),
      ...this.dialogs.api(),
      getLaunchOptionsSync: () => this.launchOptions,
      getEnterOptionsSync: () => this.launchOptions,
      nextTick: (run: () => void) => this.pending.defer(run),
      createSelectorQuery: () => selectorQuery(host, (selector) => this.screen.find(selector)),
      createIntersectionObserver: () => observer,
      ...options.wx,
    }
    // Own keys stay visible, because Taro lists them; a name that isn't there is noted and stays undefined.
    return new Proxy(wx, {
      get: (target, name, receiver) => {
        if (typeof name === 'string' && !(name in target) && name !== 'webpackJsonp') this.missing.add(name)
        return Reflect.get(target, name, receiver)
      },
    })
  }
}
