import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { fillWithDemo } from '../../functions/demo'
import { type PageName, pages } from '../../miniapp/src/routes'
import { launchBrowser } from '../support/chromium'
import { openHouse, type TestHouse } from '../support/house'
import { pictures } from '../support/pictures'
import { serveHouse } from '../support/web'

let h: TestHouse
let chromium: Browser
let web: Awaited<ReturnType<typeof serveHouse>>
beforeAll(async () => {
  h = await openHouse('sqlite', '2026-11-22T10:00:00+08:00')
  await fillWithDemo(h.deps)
  web = await serveHouse(h)
  chromium = await launchBrowser()
})
afterAll(async () => {
  await chromium?.close()
  await web?.shut()
  await h.close()
})

declare global {
  interface Window {
    /** What the policy of the page has stopped. */
    stopped?: string[]
  }
}

/** A browser of its own in which somebody is signed in, that notes what the policy stops. */
const asPerson = async (person: string): Promise<Page> => {
  const signedIn = (await h.send('POST', '/api/sign-in/demo', { person })).body
  const context = await chromium.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  await context.addInitScript((session) => {
    localStorage.setItem('session', JSON.stringify({ data: session }))
    window.stopped = []
    document.addEventListener('securitypolicyviolation', (e) =>
      window.stopped!.push(`${e.effectiveDirective} ${e.blockedURI} ${e.sample}`),
    )
  }, signedIn)
  const page = await context.newPage()
  await page.clock.setFixedTime(h.clock.at)
  return page
}

/** What was stopped while a page was opened, and whether it shows anything. */
const walked = async (page: Page, address: string) => {
  await page.goto(web.origin + address)
  await page.waitForLoadState('networkidle')
  return page.evaluate(() => ({ stopped: window.stopped!, words: document.body.innerText.trim().length }))
}

const whoSees = (name: string): string =>
  name === 'county' || name === 'holidays'
    ? 'county'
    : /^(monitor|matrix|orders|reports|watch|staff)$/.test(name)
      ? 'township'
      : pages[name as PageName].startsWith('office/')
        ? 'clerk-dongxi'
        : 'villager-dongxi'

it('no page of the app does what its content policy stops', async () => {
  const cards = (await h.send<{ cards: { id: string; workflow: string }[] }>('GET', '/api/villages/dongxi/boards/all'))
    .body
  const found = cards.cards[0]!.id
  const people = new Map<string, Page>()
  const stopped: string[] = []
  for (const [name, path] of Object.entries(pages)) {
    const who = whoSees(name)
    const page = people.get(who) ?? (await asPerson(who))
    people.set(who, page)
    const seen = await walked(page, `/${path}?id=${found}&village=dongxi&about=${found}`)
    if (seen.words === 0) stopped.push(`${name} is empty`)
    stopped.push(...seen.stopped.map((what) => `${name}: ${what}`))
  }
  expect(stopped).toEqual([])
}, 170_000)

it('pictures that were sent, and those that are just being chosen, are shown', async () => {
  const page = await asPerson('villager-dongxi')
  await walked(page, '/pages/boards/index')
  const id = await h.upload('villager-dongxi', pictures['image/png'])
  const shown = await page.evaluate(
    async (addresses) =>
      Promise.all(
        addresses.map(async (src) => {
          const image = Object.assign(new Image(), { src })
          return image.decode().then(
            () => image.naturalWidth > 0,
            () => false,
          )
        }),
      ),
    [
      await h.house.files.address(id),
      'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    ],
  )
  expect(shown).toEqual([true, true])
})

it('a script that somebody got into the page doesn’t run, and nothing goes to another house', async () => {
  const page = await asPerson('villager-dongxi')
  await walked(page, '/pages/boards/index')
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.ran = true'
    document.body.append(script)
    const box = document.createElement('div')
    box.innerHTML = '<img src="x:" onerror="window.ran = true">'
    document.body.append(box)
    const sent = await fetch('http://127.0.0.1:9/told').then(
      () => true,
      () => false,
    )
    await new Promise((go) => setTimeout(go, 200))
    return {
      ran: (window as { ran?: boolean }).ran ?? false,
      sent,
      stopped: window.stopped!.map((s) => s.split(' ')[0]),
    }
  })
  expect(ran).toMatchObject({ ran: false, sent: false })
  expect(ran.stopped).toEqual(expect.arrayContaining(['script-src-elem', 'script-src-attr', 'connect-src']))
})
