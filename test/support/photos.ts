import type { Page } from 'playwright-core'
import { launchBrowser } from './chromium'

type Bytes = Uint8Array<ArrayBuffer>
/**
 * How a picture is saved again: `scale` of its sides, JPEG `quality` of 100, `cut` of 1 off each side or off the left alone, how
 * much `lighter` and with how much more `contrast` (1 is as it was), as which `type`.
 */
export type Again = {
  scale?: number
  quality?: number
  cut?: number
  cutLeft?: number
  lighter?: number
  contrast?: number
  type?: 'image/jpeg' | 'image/png' | 'image/webp'
}
export type Scene = 'room' | 'road' | 'paper' | 'blank' | 'dark'

/** A studio that takes pictures and saves them again: a real browser draws, packs and unpacks them. */
export const openStudio = async () => {
  const browser = await launchBrowser()
  const page = await browser.newPage()
  await page.setContent('<canvas></canvas>')
  const kept = new Map<string, Promise<Bytes>>()
  return {
    /** A photo of 1200 by 900 from somebody's hand: `place` says what stands there, `seed` who came and how it was held. */
    take(scene: Scene, seed: number, place = seed): Promise<Bytes> {
      const name = `${scene} ${seed} ${place}`
      if (!kept.has(name)) kept.set(name, taken(page, scene, seed, place))
      return kept.get(name)!
    },
    again: (picture: Bytes, how: Again) => savedAgain(page, picture, how),
    close: () => browser.close(),
  }
}

const bytesOf = (text: string): Bytes => new Uint8Array(Buffer.from(text, 'base64'))

const savedAgain = async (page: Page, picture: Bytes, how: Again) =>
  bytesOf(
    await page.evaluate(
      async ({
        text,
        how: { scale = 1, quality = 90, cut = 0, cutLeft = 0, lighter = 1, contrast = 1, type = 'image/jpeg' },
      }) => {
        const image = await createImageBitmap(await (await fetch(`data:;base64,${text}`)).blob())
        const [left, top] = [(cut + cutLeft) * image.width, cut * image.height]
        const [wide, high] = [image.width - left - cut * image.width, image.height - 2 * top]
        const canvas = new OffscreenCanvas(Math.round(wide * scale), Math.round(high * scale))
        const context = canvas.getContext('2d')!
        context.filter = `brightness(${lighter}) contrast(${contrast})`
        context.imageSmoothingQuality = 'high'
        context.drawImage(image, left, top, wide, high, 0, 0, canvas.width, canvas.height)
        const bytes = new Uint8Array(await (await canvas.convertToBlob({ type, quality: quality / 100 })).arrayBuffer())
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      },
      { text: Buffer.from(picture).toString('base64'), how },
    ),
  )

const taken = async (page: Page, scene: Scene, seed: number, place: number) =>
  bytesOf(
    await page.evaluate(
      async ({ scene, seed, place }) => {
        const chanceOf = (from: number) => {
          let state = Math.imul(from + 1, 0x9e3779b1) >>> 0
          return (least: number, most: number) => {
            state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) >>> 0
            return least + (((state ^ (state >>> 13)) >>> 0) / 2 ** 32) * (most - least)
          }
        }
        const [there, now] = [chanceOf(place), chanceOf(seed + 1000)]
        const canvas = new OffscreenCanvas(1200, 900)
        const c = canvas.getContext('2d')!
        // drawn as if it were 1600 by 1200
        c.scale(0.75, 0.75)
        const gray = (light: number) => `rgb(${light},${light * 0.97},${light * 0.9})`
        const box = (x: number, y: number, w: number, h: number, light: number) => {
          c.fillStyle = gray(light)
          c.fillRect(x, y, w, h)
        }
        const round = (x: number, y: number, w: number, h: number, light: number) => {
          c.fillStyle = gray(light)
          c.beginPath()
          c.ellipse(x, y, w, h, 0, 0, 7)
          c.fill()
        }
        const fade = (from: number, to: number) => {
          const along = c.createLinearGradient(0, 0, 1600, 1200)
          along.addColorStop(0, gray(from))
          along.addColorStop(1, gray(to))
          c.fillStyle = along
          c.fillRect(0, 0, 1600, 1200)
        }
        const rooms = () => {
          fade(there(140, 220), there(90, 160))
          box(there(50, 500), there(40, 120), there(500, 900), there(80, 160), there(60, 110))
          box(there(900, 1200), there(150, 250), there(200, 350), there(250, 400), there(225, 255))
          box(0, there(760, 900), 1600, 400, there(70, 130))
          box(there(150, 400), there(700, 800), there(700, 1100), there(120, 220), there(90, 200))
          for (let n = 0; n < 9; n++) {
            const [x, y, size] = [now(80, 1500), now(450, 850), now(45, 90)]
            round(x, y + size * 2.2, size * 1.4, size * 1.9, now(25, 190))
            round(x, y, size * 0.8, size, now(120, 210))
          }
        }
        const roads = () => {
          fade(there(190, 240), there(90, 150))
          for (let n = 0; n < 7; n++)
            round(there(0, 1600), there(250, 550), there(80, 300), there(80, 240), there(30, 130))
          const [far, near] = [there(500, 1100), there(100, 1500)]
          c.fillStyle = gray(there(110, 190))
          c.beginPath()
          c.moveTo(far - 40, 480)
          c.lineTo(far + 40, 480)
          c.lineTo(near + there(300, 500), 1200)
          c.lineTo(near - there(300, 500), 1200)
          c.fill()
          for (let n = 0; n < 6; n++) round(now(0, 1600), now(600, 1150), now(15, 120), now(10, 60), now(20, 230))
        }
        const papers = () => {
          fade(228, 214)
          c.fillStyle = gray(60)
          c.font = '44px serif'
          c.fillText('签到表', there(600, 900), there(90, 160))
          for (let row = 0; row < 16; row++) {
            c.fillRect(100, 230 + row * 58, 1400, 2)
            for (let x = 120; x < now(300, 1400); x += 46)
              c.fillText('田甲申'[Math.floor(now(0, 3))]!, x, 275 + row * 58)
          }
        }
        fade(120, 100)
        const [zoom, lean] = [now(1.02, 1.3), now(-0.05, 0.05)]
        c.transform(zoom, lean, -lean, zoom, now(-0.25, 0) * 1600 * (zoom - 1), now(-0.25, 0) * 1200 * (zoom - 1))
        ;({ room: rooms, road: roads, paper: papers, blank: () => fade(232, 226), dark: () => fade(9, 6) })[scene]()
        // no sensor is without noise
        const pixels = c.getImageData(0, 0, 1200, 900)
        for (let i = 0; i < pixels.data.length; i += 4) {
          const grain = now(-9, 9)
          for (const colour of [0, 1, 2]) pixels.data[i + colour]! += grain
        }
        c.putImageData(pixels, 0, 0)
        const bytes = new Uint8Array(
          await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.88 })).arrayBuffer(),
        )
        return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
      },
      { scene, seed, place },
    ),
  )
