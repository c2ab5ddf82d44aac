import Taro from '@tarojs/taro'
import { dropPicture, pictureOf } from './pictureBox'

export type AudioType = 'audio/mpeg' | 'audio/mp4' | 'audio/webm' | 'audio/ogg'
export type PaperType =
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A picture, recording or paper kept on this phone until it is sent. `id` is its saved path in WeChat, its key in the browser. */
export type LocalFile = {
  id: string
  name: string
  type: 'image/jpeg' | 'image/png' | 'image/webp' | PaperType | AudioType
  bytes: number
  /** how long a recording is */
  seconds?: number
}

/** An address that an image can show. */
export async function addressOf(file: Pick<LocalFile, 'id'>): Promise<string | undefined> {
  if (process.env.TARO_ENV !== 'h5') return file.id
  const blob = await pictureOf(file.id)
  return blob && URL.createObjectURL(blob)
}

export async function bytesOf(file: Pick<LocalFile, 'id'>): Promise<Uint8Array> {
  if (process.env.TARO_ENV === 'h5') {
    const blob = await pictureOf(file.id)
    if (!blob) throw new Error('the picture is gone')
    return new Uint8Array(await blob.arrayBuffer())
  }
  return new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: file.id,
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: reject,
    })
  })
}

/** Takes it off this phone. */
export async function dropLocal(file: Pick<LocalFile, 'id'>): Promise<void> {
  if (process.env.TARO_ENV === 'h5') return dropPicture(file.id)
  const files = Taro.getFileSystemManager()
  if (file.id.startsWith(Taro.env.USER_DATA_PATH!)) files.unlink({ filePath: file.id })
  else files.removeSavedFile({ filePath: file.id })
}
