import type { Browser } from 'playwright-core'
import type { TestHouse } from '../support/house'

export type MatterForm = 'record' | 'resolution' | 'archive'

/** A paper of a matter as a browser gets it. */
export const matterFile = async (h: TestHouse, person: string | undefined, id: string, form: MatterForm) => {
  const { status, body } = await (await h.as(person)).post<{ url: string; name: string }>('/api/papers/matters', {
    ...{ case: id, form },
  })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  const response = await h.app.request(`http://mingwu.test${body.url}`)
  return { ...body, response, text: await response.text() }
}

/** The register of seals of 东溪村 as a browser gets it. */
export const sealRegisterOf = async (h: TestHouse, person: string, month: string) => {
  const { status, body } = await (await h.as(person)).post<{ url: string }>('/api/papers/seals', {
    ...{ village: 'dongxi', month },
  })
  if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
  return (await h.app.request(`http://mingwu.test${body.url}`)).text()
}

/** Words of the boxes that don't hold what stands in them, on a sheet as wide as A4 between its margins. */
export const overflowing = async (browser: Browser, html: string): Promise<readonly string[]> => {
  const page = await browser.newPage({ viewport: { width: 680, height: 1000 } })
  await page.emulateMedia({ media: 'print' })
  await page.setContent(html)
  const wide = await page.evaluate(() =>
    [...document.querySelectorAll('td, th, dd, h1, h2, body')]
      .filter((box) => box.scrollWidth > box.clientWidth + 1)
      .map((box) => box.textContent ?? ''),
  )
  await page.close()
  return wide
}
