import Taro from '@tarojs/taro'

/** Whether this phone reads a code by its camera; the web page has it typed or pasted. */
export const canReadCode: boolean = process.env.TARO_ENV === 'weapp'

/** Reads one code by the camera. Undefined when the person left without one, or didn't let the camera look. */
export async function readCode(): Promise<string | undefined> {
  if (!canReadCode) return undefined
  return Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] }).then(
    ({ result }) => result,
    () => undefined,
  )
}
