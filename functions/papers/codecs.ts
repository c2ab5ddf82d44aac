import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import decodeJpeg, { init as initJpegDecoder } from '@jsquash/jpeg/decode'
import encodeJpeg, { init as initJpegEncoder } from '@jsquash/jpeg/encode'
import decodePng, { init as initPngDecoder } from '@jsquash/png/decode'
import encodePng, { init as initPngEncoder } from '@jsquash/png/encode'
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode'

/** Red, green, blue and opacity of each pixel, line by line. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number }

/** A codec lies beside the bundle, or where it was installed. */
const compiled = async (path: string): Promise<WebAssembly.Module> => {
  const beside = fileURLToPath(new URL(`./${basename(path)}`, import.meta.url))
  const file = existsSync(beside) ? beside : createRequire(import.meta.url).resolve(path)
  return WebAssembly.compile(new Uint8Array(await readFile(file)))
}

/** What a codec has to say of a broken picture is nothing for the diagnostics. */
const silent = { print: () => undefined, printErr: () => undefined }
const start = <T>(begin: () => Promise<T>) => {
  let begun: Promise<T> | undefined
  return () => {
    begun ??= begin()
    return begun
  }
}
type Init = (module: WebAssembly.Module, options: object) => Promise<void>
const jpegDecoder = start(async () =>
  (initJpegDecoder as Init)(await compiled('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'), silent),
)
const jpegEncoder = start(async () =>
  (initJpegEncoder as Init)(await compiled('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'), silent),
)
const webpDecoder = start(async () =>
  (initWebpDecoder as Init)(await compiled('@jsquash/webp/codec/dec/webp_dec.wasm'), silent),
)
const png = start(async () => {
  const module = await compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm')
  await Promise.all([initPngDecoder(module), initPngEncoder(module)])
})

const own = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

/** The pixels of a JPEG, PNG or WebP as they are shown, upright. Throws whatever its codec throws at what is broken. */
export async function unpacked(bytes: Uint8Array): Promise<Pixels> {
  if (bytes[0] === 0xff) {
    await jpegDecoder()
    return decodeJpeg(own(bytes), { preserveOrientation: true })
  }
  if (bytes[0] === 0x89) {
    await png()
    return decodePng(own(bytes))
  }
  await webpDecoder()
  return decodeWebp(own(bytes))
}

export async function jpegOf(pixels: Pixels): Promise<Uint8Array> {
  await jpegEncoder()
  return new Uint8Array(await encodeJpeg(pixels as ImageData, { quality: 85, progressive: false }))
}

export async function pngOf(pixels: Pixels): Promise<Uint8Array> {
  await png()
  return new Uint8Array(await encodePng(pixels as ImageData))
}
