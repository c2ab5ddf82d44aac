import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { withoutPlace } from '@shared/pictures'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordedSeconds } from '../../functions/files/recording'
import { be, bytesOf } from '../support/bytes'
import { launchBrowser } from '../support/chromium'
import { openHouse } from '../support/house'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
  // sound begins only after somebody touched the page
  await page.setContent('<button>说</button><canvas></canvas>')
  await page.click('button')
})
afterAll(() => browser.close())

/** Two seconds and a half of a tone, and of a picture where that is asked, as this browser records them piece by piece. */
const record = async (mimeType: string, withPicture = false) => {
  const text = await page.evaluate(
    async ({ mimeType, withPicture }) => {
      const context = new AudioContext()
      const tone = context.createOscillator()
      const sound = context.createMediaStreamDestination()
      tone.connect(sound)
      tone.start()
      const canvas = document.querySelector('canvas')!
      const drawing = setInterval(() => canvas.getContext('2d')!.fillRect(0, 0, Math.random() * 99, 50), 50)
      const tracks = [...sound.stream.getTracks(), ...(withPicture ? canvas.captureStream(20).getTracks() : [])]
      const recorder = new MediaRecorder(new MediaStream(tracks), { mimeType })
      const pieces: Blob[] = []
      recorder.ondataavailable = ({ data }) => pieces.push(data)
      const stopped = new Promise((done) => recorder.addEventListener('stop', done))
      recorder.start(1000)
      await new Promise((go) => setTimeout(go, 2500))
      recorder.stop()
      await stopped
      clearInterval(drawing)
      const bytes = new Uint8Array(await new Blob(pieces).arrayBuffer())
      return btoa(String.fromCharCode(...bytes))
    },
    { mimeType, withPicture },
  )
  return new Uint8Array(Buffer.from(text, 'base64'))
}

describe.each(['audio/webm', 'audio/mp4'] as const)('what a browser records as %s', (type) => {
  it('is measured, kept, and played again in the page', async () => {
    const bytes = await record(type)
    expect([2, 3]).toContain(await recordedSeconds(bytes))
    const h = await openHouse('sqlite')
    const server = serve({ fetch: h.app.fetch, port: 0, hostname: '127.0.0.1' })
    await new Promise<void>((listening) => server.once('listening', listening))
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const id = await h.upload('villager-dongxi', bytes, type, '录音')
    const played = await page.evaluate(
      async (src) => {
        const audio = new Audio(src)
        const ended = new Promise((done) => audio.addEventListener('ended', done))
        await audio.play()
        await ended
        return audio.currentTime
      },
      origin + (await h.house.files.address(id)),
    )
    expect(played).toBeGreaterThan(2)
    await new Promise((done) => server.close(done))
    await h.close()
  })
})

it('a film that is called a recording is seen to be one', async () => {
  await expect(recordedSeconds(await record('video/webm', true))).rejects.toMatchObject({ why: 'video' })
})

describe('a picture as a browser makes it', () => {
  /** 40 wide, 20 high. */
  const drawn = async (type: string) => {
    const text = await page.evaluate((type) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 20 })
      canvas.getContext('2d')!.fillRect(5, 5, 9, 9)
      return canvas.toDataURL(type).split(',')[1]!
    }, type)
    return new Uint8Array(Buffer.from(text, 'base64'))
  }
  const sizeOf = (bytes: Uint8Array) =>
    page.evaluate(
      async (src) => {
        const image = Object.assign(new Image(), { src })
        await image.decode()
        return [image.naturalWidth, image.naturalHeight]
      },
      `data:image/jpeg;base64,${Buffer.from(bytes).toString('base64')}`,
    )

  it.each(['image/jpeg', 'image/png', 'image/webp'])('as %s has no place to lose', async (type) => {
    const bytes = await drawn(type)
    expect(withoutPlace(bytes)).toBe(bytes)
  })

  it('and a phone held sideways notes is upright without its place, too', async () => {
    const bytes = await drawn('image/jpeg')
    const way = bytesOf(be(0x0112, 2), be(3, 2), be(1, 4), be(6, 2), [0, 0])
    const gps = bytesOf(be(0x8825, 2), be(4, 2), be(1, 4), be(38, 4))
    const notes = bytesOf('Exif\0\0MM', be(42, 2), be(8, 4), be(2, 2), way, gps, be(0, 4), '30.4567N 121.1234E')
    const photo = bytesOf(bytes.slice(0, 2), [0xff, 0xe1], be(notes.length + 2, 2), notes, bytes.slice(2))
    const kept = withoutPlace(photo)
    expect([await sizeOf(bytes), await sizeOf(photo), await sizeOf(kept)]).toEqual([
      [40, 20],
      [20, 40],
      [20, 40],
    ])
    expect(Buffer.from(kept).includes('30.4567N')).toBe(false)
  })
})
