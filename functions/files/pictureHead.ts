/** How large a picture says it is, in pixels, before anything of it is unpacked. */
export type PictureSize = { width: number; height: number }

/** The size that a JPEG, PNG or WebP declares in its head; undefined for what is none, or breaks off there. */
export function sizeOf(bytes: Uint8Array): PictureSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const is = (at: number, text: string) => [...text].every((c, i) => bytes[at + i] === c.charCodeAt(0))
  try {
    if (is(0, '\x89PNG\r\n\x1a\n') && is(12, 'IHDR')) return { width: view.getUint32(16), height: view.getUint32(20) }
    if (is(0, '\xff\xd8')) return ofJpeg(view)
    return is(0, 'RIFF') && is(8, 'WEBP') ? ofWebp(view, is) : undefined
  } catch (e) {
    // read beyond the end
    if (e instanceof RangeError) return undefined
    throw e
  }
}

/** Its frame is the first of the markers C0 to CF that is no table. */
function ofJpeg(view: DataView): PictureSize | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) at += 1
    else if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    else if (marker === 0xda || marker === 0xd9) return undefined
    else at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

function ofWebp(view: DataView, is: (at: number, text: string) => boolean): PictureSize | undefined {
  const three = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000
  if (is(12, 'VP8X')) return { width: three(24) + 1, height: three(27) + 1 }
  if (is(12, 'VP8L')) {
    const packed = view.getUint32(21, true)
    return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
  }
  return is(12, 'VP8 ')
    ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
    : undefined
}
