import Taro from '@tarojs/taro'
import { absolute } from './network'

/** What opening a page for the printer does here. */
export const printWords =
  process.env.TARO_ENV === 'h5'
    ? '会打开一个新页面，在里面按打印。'
    : '会复制一个地址，十分钟内在连着打印机的电脑上打开。'

/** What keeping a file does here. */
export const keepWords =
  process.env.TARO_ENV === 'h5'
    ? '文件会存到这台设备的“下载”里，不上网也能打开、能核验。'
    : '会复制一个地址，十分钟内在电脑上打开，就存下来了。'

/** Opens the page in a new window; WeChat has no printer, so there its address is copied. False when neither went. */
export function toPrinter(address: string): Promise<boolean> {
  if (process.env.TARO_ENV === 'h5') return Promise.resolve(window.open(address, '_blank') !== null)
  return copyText(absolute(address))
}

/** Puts words on the clipboard. False when the phone refused. */
export function copyText(words: string): Promise<boolean> {
  const copied: Promise<unknown> =
    process.env.TARO_ENV === 'h5' && navigator.clipboard
      ? navigator.clipboard.writeText(words)
      : Taro.setClipboardData({ data: words })
  return copied.then(
    () => true,
    () => false,
  )
}
