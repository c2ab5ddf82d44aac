import { maxBytes } from '../files/files'
import { lookOf } from '../files/looks'
import { sizeOf } from '../files/pictureHead'
import { jpegOf, type Pixels, pngOf, unpacked } from './codecs'
import { type DrawnAnew, PaperRefused } from './jobs'

/** More than phones make unless they are told to; unpacked, that many are 160 MB. */
const mostPixels = 40e6
/** Sharp enough to read a voucher's smallest print. */
const longest = 2560

const broken = '这张照片打不开，可能已经损坏，或是动图、印刷用的格式。请重新拍一张，或截一张图再传。'
const large = '这张照片超过4000万像素，不能收。请在手机相机设置里把照片尺寸调小，重新拍一张再传。'

/**
 * A picture painted anew from its pixels: upright, on white, at most 2560 px at its longer side; a PNG stays one unless that takes
 * over 10 MB, all else becomes a JPEG. Nothing of the bytes that were sent is in it. The same bytes give the same again. Throws
 * `PaperRefused`, for one that is too large before memory is set aside.
 */
export async function drawAnew(bytes: Uint8Array): Promise<DrawnAnew> {
  const size = sizeOf(bytes)
  if (!size?.width || !size.height) throw new PaperRefused(broken)
  if (size.width * size.height > mostPixels) throw new PaperRefused(large)
  const pixels = await unpacked(bytes).catch(() => {
    throw new PaperRefused(broken)
  })
  const seen = shrunk(onWhite(pixels))
  const png = bytes[0] === 0x89 ? await pngOf(seen) : undefined
  const drawn: Omit<DrawnAnew, 'look'> =
    png && png.length <= maxBytes
      ? { type: 'image/png', bytes: png }
      : { type: 'image/jpeg', bytes: await jpegOf(seen) }
  return { ...drawn, look: await lookOf(drawn.bytes) }
}

/** What is transparent may hide something; on paper and on a page it is white. */
function onWhite(pixels: Pixels): Pixels {
  const { data } = pixels
  for (let at = 3; at < data.length; at += 4) {
    const opacity = data[at]! / 255
    if (opacity === 1) continue
    for (let c = at - 3; c < at; c++) data[c] = data[c]! * opacity + 255 * (1 - opacity)
    data[at] = 255
  }
  return pixels
}

/** Each new pixel is the mean of what it covers of the old ones. */
function shrunk(pixels: Pixels): Pixels {
  const times = longest / Math.max(pixels.width, pixels.height)
  if (times >= 1) return pixels
  const [width, height] = [pixels.width, pixels.height].map((side) => Math.max(1, Math.round(side * times))) as [
    number,
    number,
  ]
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const line = new Float32Array(width * 3)
  for (let y = 0; y < height; y++) {
    line.fill(0)
    const [top, bottom] = [(y * pixels.height) / height, ((y + 1) * pixels.height) / height]
    for (let row = Math.floor(top); row < Math.min(bottom, pixels.height); row++) {
      const high = (Math.min(bottom, row + 1) - Math.max(top, row)) / (bottom - top)
      addLine(line, pixels, row, high)
    }
    for (let x = 0; x < width; x++) for (let c = 0; c < 3; c++) data[(y * width + x) * 4 + c] = line[x * 3 + c]!
  }
  return { data, width, height }
}

function addLine(line: Float32Array, { data, width }: Pixels, row: number, high: number) {
  const across = line.length / 3
  for (let x = 0; x < across; x++) {
    const [left, right] = [(x * width) / across, ((x + 1) * width) / across]
    for (let column = Math.floor(left); column < Math.min(right, width); column++) {
      const share = (high * (Math.min(right, column + 1) - Math.max(left, column))) / (right - left)
      const at = (row * width + column) * 4
      line[x * 3]! += data[at]! * share
      line[x * 3 + 1]! += data[at + 1]! * share
      line[x * 3 + 2]! += data[at + 2]! * share
    }
  }
}
