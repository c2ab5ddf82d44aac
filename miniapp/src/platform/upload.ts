import Taro from '@tarojs/taro'
import type { LocalFile } from './localFile'
import { absolute } from './network'
import { pictureOf } from './pictureBox'

/** Posts a kept file to a presigned form, the file as last field. Answers the HTTP status; throws without network. */
export async function upload(
  { url, fields }: { url: string; fields: Record<string, string> },
  file: LocalFile,
): Promise<number> {
  if (process.env.TARO_ENV === 'h5') {
    const body = new FormData()
    for (const [name, value] of Object.entries(fields)) body.append(name, value)
    body.append('file', (await pictureOf(file.id))!, file.name)
    return (await fetch(url, { method: 'POST', body })).status
  }
  const { statusCode } = await Taro.uploadFile({
    url: absolute(url),
    filePath: file.id,
    name: 'file',
    formData: fields,
  })
  return statusCode
}
