import { type Colour, canvas } from './canvas'

/** What a photo would show: drawn in code, so that no real place or person is in it. */
export type Drawing = 'road' | 'lamp' | 'canal' | 'bins' | 'meeting' | 'wall' | 'note'

type Canvas = ReturnType<typeof canvas>
/** A number from 0 up to a bound, the next one of this drawing. */
type Chance = (below: number) => number

const rgb = (hex: string): Colour => [0, 2, 4].map((i) => Number.parseInt(hex.slice(i, i + 2), 16)) as unknown as Colour

const countryside = (c: Canvas, chance: Chance, [top, low]: readonly [string, string]) => {
  c.shade(rgb(top), rgb(low), 0, 260)
  for (let i = 0; i < 3; i++)
    c.disc(chance(640), 250 + i * 14, 150 + chance(110), rgb(['7fa38c', '6b9478', '5d8a67'][i]), 80 + chance(60))
  c.shade(rgb('8fb072'), rgb('6e9456'), 240, 480)
}
const day = ['a9cfe8', 'e9f1ee'] as const
const dusk = ['2d3a5c', 'c08a6a'] as const

const house = (c: Canvas, x: number, y: number) => {
  c.rectangle(x, y, 110, 70, rgb('efe9dd'))
  c.polygon(
    [
      [x - 12, y],
      [x + 55, y - 38],
      [x + 122, y],
    ],
    rgb('5b5f63'),
  )
  c.rectangle(x + 45, y + 28, 22, 42, rgb('8a5a3c'))
  c.rectangle(x + 12, y + 20, 20, 20, rgb('9bb8c4'))
}

const draw: Record<Drawing, (c: Canvas, chance: Chance) => void> = {
  road(c, chance) {
    countryside(c, chance, day)
    house(c, 40 + chance(60), 210)
    c.polygon(
      [
        [280, 255],
        [360, 255],
        [600, 480],
        [60, 480],
      ],
      rgb('9a9892'),
    )
    c.polygon(
      [
        [317, 255],
        [323, 255],
        [336, 480],
        [316, 480],
      ],
      rgb('c9c5ba'),
    )
    for (let i = 0; i < 5; i++) {
      const y = 300 + i * 36
      const x = 320 + (chance(2) ? 1 : -1) * (20 + chance(20 + i * 24))
      c.disc(x, y, 16 + i * 8, rgb('6f6c66'), 5 + i * 3)
      c.disc(x + 2, y + 2, 11 + i * 6, rgb('7d8b94'), 3 + i * 2)
    }
  },
  lamp(c, chance) {
    countryside(c, chance, dusk)
    c.shade(rgb('4d5a48'), rgb('39443a'), 250, 480)
    c.rectangle(0, 330, 640, 150, rgb('5a5a5e'))
    for (const [i, x] of [120, 330, 540].entries()) {
      c.rectangle(x, 120 + i * 6, 9, 230, rgb('2c2f33'))
      c.rectangle(x - 46, 118 + i * 6, 54, 7, rgb('2c2f33'))
      c.disc(x - 42, 128 + i * 6, 17, rgb(chance(3) ? '43474d' : 'f2d98b'), 8)
    }
    house(c, 400 - chance(60), 270)
  },
  canal(c, chance) {
    countryside(c, chance, day)
    c.polygon(
      [
        [250, 250],
        [390, 250],
        [560, 480],
        [90, 480],
      ],
      rgb('a59f93'),
    )
    c.polygon(
      [
        [272, 250],
        [368, 250],
        [500, 480],
        [150, 480],
      ],
      rgb('6f8a86'),
    )
    for (let i = 0; i < 14; i++) {
      const y = 290 + chance(180)
      c.disc(
        320 + chance(160) - 80,
        y,
        14 + (y - 280) / 5,
        rgb(['6a5a44', '7a6a50', '59683f'][chance(3)]),
        6 + (y - 280) / 16,
      )
    }
  },
  bins(c, chance) {
    countryside(c, chance, day)
    c.rectangle(0, 200, 640, 170, rgb('e3ddcf'))
    c.rectangle(0, 370, 640, 110, rgb('a5a199'))
    for (const [i, colour] of ['3f7d5a', '3c5f8f', '77726a'].entries()) {
      const x = 110 + i * 150 + chance(20)
      c.polygon(
        [
          [x, 250],
          [x + 100, 250],
          [x + 88, 400],
          [x + 12, 400],
        ],
        rgb(colour),
      )
      c.rectangle(x - 8, 236, 116, 18, rgb('33393c'))
    }
    for (let i = 0; i < 7; i++)
      c.disc(60 + chance(520), 405 + chance(50), 18 + chance(20), rgb(['2f3336', 'd8d3c6', '8c6d4e'][chance(3)]), 12)
  },
  meeting(c, chance) {
    c.shade(rgb('ede6d6'), rgb('e2d8c3'), 0, 300)
    c.shade(rgb('b08d68'), rgb('94744f'), 300, 480)
    c.rectangle(150, 40, 340, 46, rgb('a8322a'))
    c.rectangle(230, 110, 180, 90, rgb('f7f5ee'))
    for (let i = 0; i < 4; i++) c.rectangle(248, 126 + i * 16, 100 + chance(44), 5, rgb('9aa0a3'))
    for (let row = 0; row < 3; row++)
      for (let i = 0; i < 5 + row; i++) {
        const x = 90 + i * (500 / (5 + row)) + chance(14)
        const y = 250 + row * 66
        c.disc(x, y + 46, 30 + row * 5, rgb(['4a5f7a', '6b5b4f', '55705a', '7c4a44'][chance(4)]), 34)
        c.disc(x, y, 17 + row * 3, rgb('e0b893'))
        c.disc(x, y - 8, 17 + row * 3, rgb(chance(3) ? '2f2b29' : '8d8a86'), 11)
      }
  },
  wall(c, chance) {
    c.shade(rgb('e7e2d6'), rgb('d7cfbd'), 0, 400)
    c.shade(rgb('a9a59a'), rgb('8f8b80'), 400, 480)
    c.rectangle(60, 60, 520, 300, rgb('8a2f28'))
    c.rectangle(76, 100, 488, 246, rgb('f4f1e8'))
    for (let i = 0; i < 3; i++) {
      const x = 96 + i * 156
      c.rectangle(x, 118, 136, 208, rgb('ffffff'))
      c.rectangle(x + 24, 130, 88, 9, rgb('a8322a'))
      for (let k = 0; k < 9; k++) c.rectangle(x + 12, 152 + k * 18, 70 + chance(42), 4, rgb('8d9296'))
    }
    c.rectangle(90, 360, 16, 100, rgb('6b6660'))
    c.rectangle(534, 360, 16, 100, rgb('6b6660'))
  },
  // a slip of paper with a thumb print: someone agreed that it is said for them
  note(c, chance) {
    c.shade(rgb('a98a66'), rgb('8f7150'), 0, 480)
    c.rectangle(130, 50, 380, 380, rgb('fbf8f0'))
    for (let k = 0; k < 8; k++) c.rectangle(165, 95 + k * 30, 180 + chance(120), 6, rgb('6f767b'))
    c.disc(420, 370, 24, rgb('c2402f'), 30)
    c.disc(420, 370, 14, rgb('d96a58'), 19)
  },
}

/** The drawing as a PNG; the same key gives the same picture, another key another one. */
export const drawn = (drawing: Drawing, key: string): Uint8Array<ArrayBuffer> => {
  let state = [...key].reduce((sum, char) => (Math.imul(sum, 31) + char.charCodeAt(0)) >>> 0, 7)
  const chance: Chance = (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const sheet = canvas()
  draw[drawing](sheet, chance)
  return sheet.png()
}
