import Taro from '@tarojs/taro'

const hex = (bytes: Uint8Array) => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')

/** Random bytes as lower-case hex. WeChat's logic layer has no `crypto`, so the phone is asked. */
export function randomHex(bytes: number): Promise<string> {
  if (process.env.TARO_ENV === 'h5') return Promise.resolve(hex(crypto.getRandomValues(new Uint8Array(bytes))))
  return new Promise((resolve) => {
    // An act id has to be new, not secret: an old WeChat without this call still gets one.
    const byHand = () => resolve(hex(Uint8Array.from({ length: bytes }, () => Math.floor(Math.random() * 256))))
    if (typeof Taro.getRandomValues !== 'function') return byHand()
    Taro.getRandomValues({
      length: bytes,
      success: ({ randomValues }) => resolve(hex(new Uint8Array(randomValues as ArrayBuffer))),
      fail: byHand,
    })
  })
}

/** The id of an act: the same id twice is one act. */
export const newActId = async (): Promise<string> => `a${await randomHex(16)}`
