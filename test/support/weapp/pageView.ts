import { callIfThere, type PageInstance, type SetData } from './definitions'
import { fire } from './events'
import type { LogicLayer } from './logicLayer'
import type { ViewLayer } from './viewLayer'
import type { Failed } from './wx/call'

/** A node, a selector ('.card', '#id', '[name=x]', 'wx-input'), or what stands written on it. */
export type Target = Element | string

const isSelector = (target: string) => /^([.#[]|wx-)/.test(target)

/** One open page: what stands on it, and what a person can do there. Every act waits until all has settled. */
export class PageView {
  constructor(
    private readonly page: PageInstance,
    private readonly logic: LogicLayer,
    private readonly view: ViewLayer,
  ) {}

  get route(): string {
    return this.page.route
  }

  get root(): HTMLElement {
    const root = this.view.rootOf(this.page)
    if (!root) throw new Error(`${this.route} is closed`)
    return root
  }

  get text(): string {
    return this.root.textContent ?? ''
  }

  get html(): string {
    return this.root.innerHTML
  }

  /** The one node that matches; throws when none does. */
  $(selector: string): HTMLElement {
    const found = this.root.querySelector<HTMLElement>(selector)
    if (!found) throw new Error(`no ${selector} on ${this.route}:\n${this.html}`)
    return found
  }

  $$(selector: string): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(selector)]
  }

  has(target: string): boolean {
    return isSelector(target) ? this.root.querySelector(target) !== null : this.allByText(target).length > 0
  }

  /** The innermost nodes whose whole text is this, or matches it. */
  allByText(text: string | RegExp): HTMLElement[] {
    const matches = (node: Element) => {
      const own = (node.textContent ?? '').trim()
      return typeof text === 'string' ? own === text : text.test(own)
    }
    return this.$$('*').filter((node) => matches(node) && ![...node.children].some(matches))
  }

  byText(text: string | RegExp): HTMLElement {
    const [found, ...others] = this.allByText(text)
    if (!found) throw new Error(`no text ${text} on ${this.route}:\n${this.text}`)
    if (others.length > 0) throw new Error(`${others.length + 1} nodes say ${text} on ${this.route}`)
    return found
  }

  /** What a field shows as typed or chosen. */
  value(target: Target): string {
    return this.field(target).getAttribute('value') ?? ''
  }

  async tap(target: Target): Promise<void> {
    const node = typeof target !== 'string' ? target : isSelector(target) ? this.$(target) : this.byText(target)
    this.mustBeOnTop()
    const button = node.closest('wx-button')
    if (button?.hasAttribute('disabled')) throw new Error(`the button ${button.textContent} is disabled`)
    this.fireNow(node, 'touchstart')
    this.fireNow(node, 'touchend')
    const heard = this.fireNow(node, 'tap')
    const form = button?.getAttribute('form-type') === 'submit' ? button.closest('wx-form') : null
    if (form) this.fireNow(form, 'submit', { value: valuesOf(form) }, false)
    const opens = button?.getAttribute('open-type')
    if (button && opens) this.openType(button, opens)
    if (heard === 0 && !form && !opens) throw new Error(`nothing hears a tap on ${node.outerHTML.slice(0, 160)}`)
    await this.logic.pending.idle()
  }

  /** Types the whole text into a field, found by node, selector, placeholder or label; what is too long is cut. */
  async input(target: Target, text: string): Promise<void> {
    const field = this.field(target)
    const longest = Number(field.getAttribute('maxlength') ?? 140)
    const value = longest < 0 ? text : text.slice(0, longest)
    await this.act(field, 'input', { value, cursor: value.length, keyCode: 0 })
  }

  async blur(target: Target): Promise<void> {
    const field = this.field(target)
    await this.act(field, 'blur', { value: field.getAttribute('value') ?? '' })
  }

  /** The key at the lower right of the phone's keyboard. */
  async confirm(target: Target): Promise<void> {
    const field = this.field(target)
    await this.act(field, 'confirm', { value: field.getAttribute('value') ?? '' })
  }

  /** Chooses in a switch, picker, slider, checkbox group or radio group. */
  async change(target: Target, value: unknown): Promise<void> {
    await this.act(this.field(target), 'change', { value })
  }

  /** Any other event of a native component, as 'scrolltolower' or 'getphonenumber'; it doesn't bubble. */
  async fire(target: Target, type: string, detail: object = {}): Promise<void> {
    await this.act(this.field(target), type, detail)
  }

  async pullDown(): Promise<void> {
    callIfThere(this.page, 'onPullDownRefresh')
    await this.logic.pending.idle()
  }

  async reachBottom(): Promise<void> {
    callIfThere(this.page, 'onReachBottom')
    await this.logic.pending.idle()
  }

  /** What the page hands to WeChat when someone shares it: { title, path, imageUrl }. */
  share(): unknown {
    return callIfThere(this.page, 'onShareAppMessage', this.logic.copy({ from: 'menu' }))
  }

  /** What crossed to the view layer for this page, in order. */
  get setDataLog(): SetData[] {
    return this.logic.pages.setDataLog.filter((entry) => entry.pageId === this.page.__id)
  }

  get firstSetDataBytes(): number {
    return this.setDataLog.find((entry) => entry.first)?.bytes ?? 0
  }

  get largestSetDataBytes(): number {
    return Math.max(0, ...this.setDataLog.map((entry) => entry.bytes))
  }

  /** WXML nodes on the page now. */
  get nodeCount(): number {
    return this.root.querySelectorAll('*').length
  }

  private field(target: Target): Element {
    if (typeof target !== 'string') return target
    if (isSelector(target)) return this.$(target)
    const found = this.$$('[placeholder],[aria-label],[name]').find((node) =>
      ['placeholder', 'aria-label', 'name'].some((name) => node.getAttribute(name) === target),
    )
    if (!found) throw new Error(`no field called ${target} on ${this.route}:\n${this.html}`)
    return found
  }

  private async act(node: Element, type: string, detail: object): Promise<void> {
    this.mustBeOnTop()
    if (node.hasAttribute('disabled')) throw new Error(`${node.outerHTML.slice(0, 160)} is disabled`)
    if (this.fireNow(node, type, detail, false) === 0)
      throw new Error(`nothing hears ${type} on ${node.outerHTML.slice(0, 160)}`)
    await this.logic.pending.idle()
  }

  private fireNow(node: Element, type: string, detail: object = {}, bubbles = true): number {
    return fire(this.logic, node, type, detail, bubbles)
  }

  /** What WeChat itself does when such a button is tapped, as far as the program hears of it. */
  private openType(button: Element, opens: string): void {
    const { privacy, person } = this.logic
    if (opens === 'agreePrivacyAuthorization') {
      privacy.isAgreed = true
      this.fireNow(button, 'agreeprivacyauthorization', {}, false)
    }
    if (opens !== 'getPhoneNumber') return
    const { phoneCode: code } = person
    const detail = code ? { code, errMsg: 'getPhoneNumber:ok' } : { errMsg: 'getPhoneNumber:fail user deny' }
    try {
      privacy.ask(opens)
      this.fireNow(button, 'getphonenumber', detail, false)
    } catch (error) {
      this.fireNow(button, 'getphonenumber', { errMsg: (error as Failed).errMsg }, false)
    }
  }

  private mustBeOnTop(): void {
    if (this.logic.pages.top !== this.page) throw new Error(`${this.route} is not the page on top`)
  }
}

function valuesOf(form: Element): Record<string, string> {
  return Object.fromEntries(
    [...form.querySelectorAll('[name]')].map((field) => [
      field.getAttribute('name')!,
      field.getAttribute('value') ?? '',
    ]),
  )
}
