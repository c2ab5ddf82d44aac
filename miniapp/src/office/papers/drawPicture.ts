import { yuan } from '@shared/money'
import type { CaseView } from '@shared/schemas/views'
import { monthDay } from '../../words'
import { modulesOf } from './modules'

/** The picture for the group, in pixels. */
export const pictureSize = { width: 900, height: 1200 }

const sans = '"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Microsoft YaHei",sans-serif'
const serif = '"Songti SC","Noto Serif CJK SC","STZhongsong","SimSun",serif'
const ink = '#211D18'
const edge = 64
const inner = pictureSize.width - 2 * edge

/** Draws title, village, sums or first words, days and QR code. Returns nothing: it stands on the sheet. */
export function drawPicture(to: CanvasRenderingContext2D, view: CaseView, address: string): void {
  const { width, height } = pictureSize
  to.fillStyle = '#FFFDF8'
  to.fillRect(0, 0, width, height)
  to.fillStyle = ink
  to.textBaseline = 'alphabetic'
  wenwu(to, 64)
  line(to, `${view.villageName}　${view.shown ? boards[view.shown.on] : '公开栏'}`, {
    y: 130,
    font: `700 34px ${sans}`,
  })
  const below = words(to, view.title, { y: 220, font: `700 60px ${serif}`, step: 80, most: 3 })
  const days = daysOf(view)
  line(to, days, { y: below + 4, font: `400 32px ${sans}` })
  const sums = view.sheet?.kind === 'statement' ? account(to, view.sheet, below + 44) : below + 30
  const { summary, body } = view.fields
  const told = typeof summary === 'string' ? summary : typeof body === 'string' ? body : ''
  const most = Math.max(0, Math.floor((bottom - 50 - sums) / 54))
  if (told) words(to, told, { y: sums + 62, font: `400 36px ${sans}`, step: 54, most })
  end(to, view, address)
}

const boards = { party: '党务公开', village: '村务公开', finance: '财务公开' }
const bottom = 930

const daysOf = ({ shown, openedOn }: CaseView): string =>
  shown
    ? `${monthDay(shown.appOn)}公开${shown.untilOn ? `，公示到${monthDay(shown.untilOn)}` : ''}`
    : `${monthDay(openedOn)}提出`

type At = { x?: number; y: number; font: string; align?: CanvasTextAlign }

const line = (to: CanvasRenderingContext2D, text: string, { x = edge, y, font, align = 'left' }: At) => {
  to.font = font
  to.textAlign = align
  to.fillText(text, x, y)
}

/** Text in lines of its own breaking, at most so many; what doesn't fit ends in …. Returns where the next line would stand. */
const words = (to: CanvasRenderingContext2D, text: string, at: At & { step: number; most: number }): number => {
  to.font = at.font
  const lines = brokenBy((part) => to.measureText(part).width <= inner, text)
  const shown = lines.slice(0, at.most)
  if (lines.length > shown.length && shown.length) shown[shown.length - 1] = `${shown[shown.length - 1].slice(0, -1)}…`
  for (const [i, part] of shown.entries()) line(to, part, { ...at, y: at.y + i * at.step })
  return at.y + shown.length * at.step
}

const neverFirst = '，。、；：？！）》”'

/** Lines that fit; a mark of punctuation is never the first of a line. */
export function brokenBy(fits: (part: string) => boolean, text: string): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    let current = ''
    for (const character of Array.from(paragraph)) {
      if (current && !fits(current + character) && !neverFirst.includes(character)) {
        lines.push(current)
        current = ''
      }
      current += character
    }
    return current ? [...lines, current] : lines
  })
}

const wenwu = (to: CanvasRenderingContext2D, y: number) => {
  to.fillRect(edge, y, inner, 6)
  to.fillRect(edge, y + 10, inner, 2)
}

const account = (to: CanvasRenderingContext2D, sheet: NonNullable<CaseView['sheet']>, top: number): number => {
  const rows: [string, number | undefined][] = [
    ['上期结余', sheet.opening],
    ['＋ 收入', sheet.income],
    ['－ 支出', sheet.expense],
  ]
  const shown = rows.filter((row): row is [string, number] => row[1] !== undefined)
  shown.forEach(([name, fen], i) => {
    line(to, name, { y: top + 46 + i * 62, font: `400 36px ${sans}` })
    line(to, `${yuan(fen)}元`, { x: edge + inner, y: top + 46 + i * 62, font: `700 40px ${sans}`, align: 'right' })
  })
  const under = top + 24 + shown.length * 62
  if (sheet.closing === undefined) return under
  wenwu(to, under)
  line(to, '期末结余', { y: under + 78, font: `700 38px ${serif}` })
  line(to, `${yuan(sheet.closing)}元`, { x: edge + inner, y: under + 82, font: `700 58px ${sans}`, align: 'right' })
  return under + 100
}

const end = (to: CanvasRenderingContext2D, view: CaseView, address: string) => {
  to.fillRect(edge, bottom, inner, 2)
  const modules = modulesOf(address)
  const side = Math.floor(200 / modules.length)
  const top = bottom + 26
  to.fillStyle = '#FFFFFF'
  to.fillRect(edge, top, side * modules.length, side * modules.length)
  to.fillStyle = '#000000'
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (dark) to.fillRect(edge + x * side, top + y * side, side, side)
    })
  })
  to.fillStyle = ink
  const x = edge + side * modules.length + 36
  line(to, '扫一扫，看全部', { x, y: top + 64, font: `700 40px ${serif}` })
  line(to, '有不明白的，可以在里面问', { x, y: top + 122, font: `400 32px ${sans}` })
  line(to, view.number, { x, y: top + 172, font: `400 28px ${sans}` })
}
