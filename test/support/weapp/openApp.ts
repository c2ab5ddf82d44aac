import type { ApiCall, ConsoleLine, PageInstance, SetData } from './definitions'
import { LogicLayer, type LogicOptions } from './logicLayer'
import { PageView } from './pageView'
import { ViewLayer } from './viewLayer'
import type { Modal, ModalAnswer } from './wx/dialogs'
import type { Paper } from './wx/files'
import type { SentRequest } from './wx/network'
import type { Privacy } from './wx/privacy'
import type { Sound } from './wx/sound'

export type AppOptions = LogicOptions
export type Params = Record<string, string | number>

/** The compiled mini-program, running. Close it when the test ends. */
export class OpenedApp {
  readonly logic: LogicLayer
  readonly view: ViewLayer
  private readonly views = new Map<PageInstance, PageView>()
  private isLaunched = false

  constructor(options: AppOptions) {
    this.logic = new LogicLayer(options)
    this.view = new ViewLayer(this.logic)
    this.logic.screen = this.view
  }

  /** Starts the app at a page, or leaves everything for it when the app runs already. Params are encoded here. */
  async openPage(route: string, params: Params = {}): Promise<PageView> {
    const pairs = Object.entries(params).map(([name, value]) => [name, encodeURIComponent(value)])
    if (!this.isLaunched) this.logic.launch(route, Object.fromEntries(pairs))
    this.isLaunched = true
    return this.go('reLaunch', `/${route}?${pairs.map((pair) => pair.join('=')).join('&')}`)
  }

  /** Taps a tab of the tab bar by what is written on it. */
  async switchTab(text: string): Promise<PageView> {
    const tab = this.logic.modules.app.tabBar?.list.find((item) => item.text === text)
    if (!tab) throw new Error(`the tab bar has no ${text}`)
    return this.go('switchTab', `/${tab.pagePath}`)
  }

  async back(): Promise<PageView> {
    this.logic.pages.back()
    await this.idle()
    return this.page
  }

  /** Waits until nothing is outstanding; with a longer horizon also for slower timers, such as a draft being kept. */
  idle(horizonMs?: number): Promise<void> {
    return this.logic.pending.idle(horizonMs)
  }

  /** The page on top. */
  get page(): PageView {
    const top = this.logic.pages.top
    if (!top) throw new Error('no page is open')
    const known = this.views.get(top) ?? new PageView(top, this.logic, this.view)
    this.views.set(top, known)
    return known
  }

  /** The routes of the open pages, the one on top last. */
  get routes(): string[] {
    return this.logic.pages.open.map((page) => page.route)
  }

  /** Every page that the build has, main package first. */
  get allRoutes(): string[] {
    return this.logic.modules.routes
  }

  get requests(): SentRequest[] {
    return this.logic.network.sent
  }

  get requestCount(): number {
    return this.requests.length
  }

  get calls(): ApiCall[] {
    return this.logic.calls
  }

  get setDataLog(): SetData[] {
    return this.logic.pages.setDataLog
  }

  get consoleLog(): ConsoleLine[] {
    return this.logic.consoleLog
  }

  get toasts(): string[] {
    return this.logic.dialogs.toasts
  }

  get modals(): Modal[] {
    return this.logic.dialogs.modals
  }

  get storage(): Record<string, unknown> {
    return this.logic.storage.all()
  }

  /** The files that outlast a restart. */
  get files(): Record<string, Uint8Array> {
    return this.logic.files.all()
  }

  /** How the person answers the next modals; they confirm unless told otherwise. */
  set answerModal(answer: ModalAnswer | ((modal: Modal) => ModalAnswer)) {
    this.logic.dialogs.answerModal = typeof answer === 'function' ? answer : () => answer
  }

  /** The item that the person taps in the next action sheets; undefined cancels. */
  set answerSheet(item: string | undefined) {
    this.logic.dialogs.answerSheet = (items) => (item === undefined ? undefined : items.indexOf(item))
  }

  /** What the camera, the album or a chat gives next; nothing given means that the person cancels. */
  willPick(...pictures: (Uint8Array | Paper)[]): void {
    this.logic.files.picked = pictures
  }

  /** The microphone and what is played. */
  get sound(): Sound {
    return this.logic.sound
  }

  get offline(): boolean {
    return this.logic.network.offline
  }

  /** Cuts or restores the network; the program hears of it by wx.onNetworkStatusChange. */
  set offline(offline: boolean) {
    this.logic.network.offline = offline
  }

  /** The code that wx.login gives, by which WeChat's servers know the person. */
  set loginCode(code: string) {
    this.logic.person.loginCode = code
  }

  /** What the button for the phone number gives the program; undefined: the person doesn't let it. */
  set phoneCode(code: string | undefined) {
    this.logic.person.phoneCode = code
  }

  /** WeChat's privacy page: whether it was agreed to, and what was called for before. */
  get privacy(): Privacy {
    return this.logic.privacy
  }

  /** What the person answers when WeChat asks whether it may send messages of a template. */
  set subscribes(answer: LogicLayer['person']['subscribes']) {
    this.logic.person.subscribes = answer
  }

  close(): void {
    this.logic.pages.clear()
    this.logic.pending.stop()
    this.view.window.close()
  }

  private async go(how: 'reLaunch' | 'switchTab', url: string): Promise<PageView> {
    const refusal = this.logic.pages.go(how, url)
    if (refusal) throw new Error(refusal)
    await this.idle()
    return this.page
  }
}

/** Makes a compiled WeChat build ready to run; nothing of it runs before openPage. */
export function openApp(options: AppOptions): OpenedApp {
  return new OpenedApp(options)
}
