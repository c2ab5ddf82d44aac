/** Whether a page is handed on inside WeChat, by a button of its own; else its address is copied. */
export const sharesInWechat = (): boolean => process.env.TARO_ENV === 'weapp'

/** Copies the address of a page. False when the browser doesn't let it. */
export async function copyAddress(path: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') return false
  try {
    await navigator.clipboard.writeText(window.location.origin + path)
    return true
  } catch {
    return false
  }
}
