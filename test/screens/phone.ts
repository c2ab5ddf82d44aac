import { recordings } from '../support/recordings'
import type { OpenedApp } from '../support/weapp/openApp'
import type { Screen } from './screen'

const ownText = (node: Element) =>
  [...node.childNodes]
    .filter((child) => child.nodeType === 3)
    .map((child) => child.textContent)
    .join('')
    .trim()

/** The compiled WeChat build as someone's phone. */
export const phone = (first: OpenedApp, reopened?: (from: OpenedApp) => OpenedApp): Screen => {
  let app = first
  const field = (id: string, selector: string, nth = 0) => {
    const found = app.page.$$(`#${id} ${selector}`)[nth]
    if (!found) throw new Error(`no ${selector} in #${id} on ${app.page.route}:\n${app.page.text}`)
    return found
  }
  const open = async (address: string) => {
    const [path, query = ''] = address.replace(/^\//, '').split('?')
    await app.openPage(path, Object.fromEntries(new URLSearchParams(query)))
  }
  const press: Screen['press'] = async (words, within) => {
    const inside = within ? app.page.$$(`${within} *`) : app.page.$$('*')
    const said = inside.filter((n) => (n.textContent ?? '').trim() === words)
    const innermost = said.find((n) => ![...n.children].some((c) => (c.textContent ?? '').trim() === words))
    const called = inside.find((n) => n.getAttribute('aria-label') === words)
    const own = inside.find((n) => ownText(n) === words)
    if (!innermost && !called && !own) throw new Error(`nothing says ${words} on ${app.page.route}:\n${app.page.text}`)
    await app.page.tap((innermost ?? called ?? own)!)
    await app.idle(400)
  }
  return {
    async signIn(says) {
      await open('more/signIn/index')
      if (!app.page.text.includes(says)) await press('别的村的身份')
      await press(says)
    },
    open,
    press,
    async type(id, text, nth) {
      const input = app.page.$$(`#${id} wx-input, #${id} wx-textarea`)[nth ?? 0]
      await app.page.input(input ?? field(id, 'wx-input', nth), text)
      await app.idle(400)
    },
    choose: (id, value, nth) => app.page.change(field(id, 'wx-picker', nth), value),
    async select(id, words) {
      const wheel = field(id, 'wx-picker')
      const range: string[] = JSON.parse(wheel.getAttribute('range') ?? '[]')
      const at = range.indexOf(words)
      if (at < 0) throw new Error(`${words} isn't on the wheel of #${id}: ${range.join()}`)
      await app.page.change(wheel, at)
    },
    async paper(id, button, paper) {
      app.willPick(paper)
      await press(button, `#${id}`)
      await app.idle(1500)
    },
    async photo(id, bytes, button = '加照片') {
      app.willPick(bytes)
      await press(button, `#${id}`)
    },
    async record(id) {
      app.sound.heard = recordings['audio/mpeg'](2)
      await press('按一下，开始说话', `#${id}`)
      app.sound.speak(2000)
      await press('已经录了0秒，说完按一下', `#${id}`)
    },
    async restart() {
      app = reopened!(app)
    },
    async sees(words) {
      for (let tries = 0; tries < 10 && !app.page.text.includes(words); tries++) await app.idle(400)
      if (!app.page.text.includes(words))
        throw new Error(
          `${words} doesn't stand on ${app.page.route}:\n${app.page.text}\n${app.toasts.join()}\n${app.requests
            .slice(-4)
            .map((r) => `${r.method} ${r.url}`)
            .join('\n')}`,
        )
    },
    text: async () => app.page.text,
    picture: async () => {},
    async offline(off) {
      app.offline = off
      await app.idle(400)
    },
  }
}
