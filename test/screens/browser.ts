import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import type { Screen } from './screen'

/** Where the pictures of the screens go. */
export const picturesFolder = resolve(import.meta.dirname, '../../test-output/screens')

/** The web page in a real browser. */
export const browser = (page: Page, origin: string, today: () => string): Screen => {
  mkdirSync(picturesFolder, { recursive: true })
  const open = async (address: string) => {
    await page.goto(origin + address)
  }
  const words = (said: string, within = 'body') =>
    page.locator(within).getByText(said, { exact: true }).filter({ visible: true })
  // words that stand beside a mark: 新 and what is new
  const beside = (said: string, within: string) =>
    page.locator(within).locator(`xpath=.//*[text()[normalize-space(.)="${said}"]]`).filter({ visible: true })
  const pressed = (said: string, within = 'body') =>
    words(said, within)
      .or(page.locator(within).getByLabel(said, { exact: true }).filter({ visible: true }))
      .or(beside(said, within))
  const dial = (field: string, nth = 0) => page.locator(`#${field} [role=spinbutton]`).nth(nth)
  const turn = async (field: string, by: number, nth = 0) => {
    await dial(field, nth).focus()
    for (let i = 0; i < Math.abs(by); i++) await page.keyboard.press(by > 0 ? 'ArrowUp' : 'ArrowDown')
  }
  return {
    async signIn(says) {
      await open('/more/signIn/index')
      const other = words('别的村的身份')
      await words(says).or(other).first().waitFor()
      if ((await words(says).count()) === 0) await other.click()
      await words(says).click()
      await page.waitForURL((url) => !url.pathname.includes('signIn'))
    },
    open,
    async press(said, within) {
      const place = pressed(said, within).first()
      // a page that has begun to scroll to a place scrolls on for a fifth of a second: nobody presses while it moves
      await place.waitFor()
      for (let before = '', tries = 0; tries < 20; tries++) {
        const now = JSON.stringify(await place.boundingBox())
        if (now === before) break
        before = now
        await page.waitForTimeout(60)
      }
      await place.click()
    },
    // a wheel keeps its day in a hidden input
    type: (field, text, nth = 0) =>
      // a page that one came from still stands behind this one, out of sight
      page
        .locator(`#${field} input:not([type=hidden]), #${field} textarea`)
        .filter({ visible: true })
        .nth(nth)
        .fill(text),
    async choose(field, value, nth) {
      const told = async (): Promise<string> => (await dial(field, nth).getAttribute('aria-valuetext')) ?? ''
      // the first turn of an empty dial sets it to today, or to half past eight; one may be lost while the page is still filled
      for (let turns = 0; turns === 0 || (turns < 5 && !/\d/.test(await told())); turns++) {
        await turn(field, 1, nth)
        for (let tries = 0; tries < 25 && !/\d/.test(await told()); tries++) await page.waitForTimeout(20)
      }
      if (value.includes(':')) {
        const [h, m] = value.split(':').map(Number)
        return turn(field, (h * 60 + m - 510) / 5, nth)
      }
      const [y, month, d] = (await told()).match(/\d+/g)!.map(Number).slice(-3)
      const stands =
        d === undefined
          ? `${today().slice(0, 4)}-${String(y).padStart(2, '0')}-${String(month).padStart(2, '0')}`
          : `${y}-${month}-${d}`
      return turn(field, Math.round((Date.parse(value) - Date.parse(stands)) / 86_400_000), nth)
    },
    async select(field, said) {
      const now = () => dial(field).getAttribute('aria-valuetext')
      for (let before = await now(); before !== said; before = await now()) {
        await turn(field, -1)
        for (let tries = 0; (await now()) === before; tries++) {
          if (tries > 50) throw new Error(`${said} isn't on the wheel of #${field}, which ends with ${before}`)
          await page.waitForTimeout(20)
        }
      }
    },
    async paper(field, button, { name, type, bytes }) {
      const chooser = page.waitForEvent('filechooser')
      await words(button, `#${field}`).click()
      await (await chooser).setFiles({ name, mimeType: type, buffer: Buffer.from(bytes) })
    },
    async photo(field, bytes, button = '加照片') {
      const chooser = page.waitForEvent('filechooser')
      await words(button, `#${field}`).click()
      await (await chooser).setFiles({ name: '路面.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) })
      await page.locator(`#${field} img`).first().waitFor()
    },
    async record(field) {
      await words('按一下，开始说话', `#${field}`).click()
      await page.locator(`#${field}`).getByText('已经录了2秒', { exact: false }).click()
      await page.locator(`#${field}`).getByLabel('删掉这段录音').waitFor()
    },
    async restart() {
      await page.goto('about:blank')
    },
    sees: (said) => page.locator('body').getByText(said).filter({ visible: true }).first().waitFor({ timeout: 10_000 }),
    text: () => page.locator('body').innerText(),
    async picture(name) {
      await page.waitForLoadState('networkidle')
      // the page scrolls inside itself: a window as tall as it is shows all of it
      const { width, height } = page.viewportSize()!
      const tall = await page.evaluate(() =>
        Math.max(...[...document.querySelectorAll('.taro_page, body')].map((e) => e.scrollHeight)),
      )
      await page.setViewportSize({ width, height: Math.min(Math.max(tall, height), 4000) })
      // a page that still slides in is where it slides to
      await page.screenshot({ path: join(picturesFolder, `${name}.png`), animations: 'disabled' })
      await page.setViewportSize({ width, height })
    },
    offline: (off) => page.context().setOffline(off),
  }
}
