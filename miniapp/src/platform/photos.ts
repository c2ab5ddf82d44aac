import { withoutPlace } from '@shared/pictures'
import Taro from '@tarojs/taro'
import { bytesOf, type LocalFile, type PaperType } from './localFile'
import { keepPicture } from './pictureBox'
import { randomHex } from './random'

const papers = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const satisfies Record<string, PaperType>

/** Photos are at most that many px at their longer side: sharp enough to read a voucher, small enough for a village network. */
const longest = 1600

/**
 * Lets the person take or choose up to `many` photos, makes them small, without the place where they were taken, and keeps them.
 * Empty when they chose none; `onExtra` is told how many they chose beyond that, which are left out.
 */
export async function choosePhotos(many: number, onExtra?: (extra: number) => void): Promise<LocalFile[]> {
  if (process.env.TARO_ENV === 'h5')
    return Promise.all((await chosenInBrowser('image/*', many, onExtra)).map(keepShrunk))
  const chosen = await Taro.chooseMedia({
    count: Math.min(many, 9),
    mediaType: ['image'],
    sizeType: ['compressed'],
  }).catch(() => undefined)
  return Promise.all((chosen?.tempFiles ?? []).map(({ tempFilePath }) => keepCompressed(tempFilePath)))
}

/** Lets the person choose papers: PDF, Excel, Word (and pictures, in the browser). */
export async function choosePapers(many: number): Promise<LocalFile[]> {
  if (process.env.TARO_ENV !== 'h5') return chosenInChats(many, ['pdf', 'xlsx', 'docx'])
  return Promise.all((await chosenInBrowser('image/*,.pdf,.xlsx,.docx', many)).map(keepPaper))
}

/** Lets the person choose one Excel workbook. On the web they may choose any other file too: its type then says so. */
export async function chooseWorkbook(): Promise<LocalFile | undefined> {
  const [chosen] =
    process.env.TARO_ENV === 'h5'
      ? await Promise.all((await chosenInBrowser('.xlsx', 1)).map(keepPaper))
      : await chosenInChats(1, ['xlsx'])
  return chosen
}

/** Whether it is a workbook that can be read: not the .xls of before 2007, not a csv. */
export const isWorkbook = ({ type }: LocalFile): boolean => type === papers.xlsx

const chosenInChats = async (many: number, extension: (keyof typeof papers)[]): Promise<LocalFile[]> => {
  const chosen = await Taro.chooseMessageFile({ count: many, type: 'file', extension }).catch(() => undefined)
  return Promise.all(
    (chosen?.tempFiles ?? []).map(async ({ path, name, size }) => ({
      id: await savedInWeChat(path),
      name,
      type: paperType(name) ?? papers.pdf,
      bytes: size,
    })),
  )
}

// By its name: a machine without Office knows no type for a workbook.
const paperType = (name: string): PaperType | undefined =>
  (papers as Readonly<Record<string, PaperType>>)[name.toLowerCase().split('.').pop() ?? '']

const keepPaper = (file: File): Promise<LocalFile> => {
  const type = paperType(file.name)
  if (type) return keepBlob(new Blob([file], { type }), file.name)
  return file.type.startsWith('image/') ? keepShrunk(file) : keepBlob(file, file.name)
}

function chosenInBrowser(accept: string, many: number, onExtra?: (extra: number) => void): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = accept
    input.multiple = many > 1
    input.style.display = 'none'
    const done = (files: File[]) => {
      input.remove()
      resolve(files)
    }
    input.onchange = () => {
      const files = Array.from(input.files ?? [])
      if (files.length > many) onExtra?.(files.length - many)
      done(files.slice(0, many))
    }
    input.oncancel = () => done([])
    document.body.append(input)
    input.click()
  })
}

async function keepShrunk(file: File): Promise<LocalFile> {
  const picture = 'createImageBitmap' in window ? await createImageBitmap(file).catch(() => undefined) : undefined
  // What the browser can't draw goes as it is, and the server says what it takes.
  if (!picture) return keepBlob(file, file.name)
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')!.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.82))
  return keepBlob(blob ?? file, file.name.replace(/\.\w+$/, '.jpg'))
}

/** Keeps bytes in the browser. */
export async function keepBlob(blob: Blob, name: string): Promise<LocalFile> {
  const id = await keepPicture(blob)
  return { id, name: name.slice(-120) || '照片.jpg', type: blob.type as LocalFile['type'], bytes: blob.size }
}

async function keepCompressed(path: string): Promise<LocalFile> {
  const { width, height } = await Taro.getImageInfo({ src: path })
  const tooLarge = Math.max(width, height) > longest
  const small = await Taro.compressImage({
    src: path,
    quality: 82,
    ...(tooLarge && (width > height ? { compressedWidth: longest } : { compressedHeight: longest })),
  }).catch(() => ({ tempFilePath: path }))
  const { type } = await Taro.getImageInfo({ src: small.tempFilePath })
  const png = type === 'png'
  // An iPhone's compression leaves in it where it was taken.
  const bytes = withoutPlace(await bytesOf({ id: small.tempFilePath }))
  const id = `${Taro.env.USER_DATA_PATH}/${await randomHex(12)}.${png ? 'png' : 'jpg'}`
  await writtenInWeChat(id, bytes)
  return { id, name: '照片', type: png ? 'image/png' : 'image/jpeg', bytes: bytes.length }
}

const writtenInWeChat = (filePath: string, { buffer, byteOffset, byteLength }: Uint8Array): Promise<unknown> =>
  new Promise((success, fail) => {
    const data = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength)
    Taro.getFileSystemManager().writeFile({ filePath, data, success, fail })
  })

/** Keeps a temporary file of WeChat's, which would be gone after a restart; answers its path. */
export const savedInWeChat = (path: string): Promise<string> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().saveFile({
      tempFilePath: path,
      success: ({ savedFilePath }) => resolve(savedFilePath),
      fail: reject,
    })
  })
