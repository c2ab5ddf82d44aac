import Taro from '@tarojs/taro'
import { absolute } from './network'

/** Opens pictures at one of them, to look at them large. */
export function openPictures(addresses: readonly string[], at: number): void {
  if (process.env.TARO_ENV === 'h5') window.open(addresses[at], '_blank', 'noopener')
  else Taro.previewImage({ urls: addresses.map(absolute), current: absolute(addresses[at]) }).catch(() => undefined)
}

/** Opens a paper; in WeChat with a menu to send it on. False when it couldn't be fetched. */
export async function openPaper(address: string, fileType: 'pdf' | 'xlsx' | 'docx' = 'pdf'): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') {
    window.open(address, '_blank', 'noopener')
    return true
  }
  try {
    const { tempFilePath } = await Taro.downloadFile({ url: absolute(address) })
    await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true })
    return true
  } catch {
    return false
  }
}
