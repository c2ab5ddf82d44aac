/** What someone's phone or computer answers to a question of ours, as the server's library reads it. */
type Answered = { id: string; rawId: string; type: 'public-key'; response: Record<string, unknown> }
type Options = Readonly<Record<string, unknown>>
export type PasskeyReply = { answer: Answered; says?: undefined } | { answer?: undefined; says: string }

/** Whether this browser has passkeys at all; WeChat has none. */
export const canPasskey = (): boolean => process.env.TARO_ENV === 'h5' && 'PublicKeyCredential' in window

const isCalled = (error: unknown, name: string) => (error as { name?: string } | null)?.name === name

type Library = typeof import('@simplewebauthn/browser')

// Loaded when it is needed: browsers without passkeys are too old to read it. WeChat gets none of it.
const library = (): Promise<Library> =>
  process.env.TARO_ENV === 'h5' ? import('@simplewebauthn/browser') : Promise.reject(new Error('no passkeys here'))

async function asked(ask: (of: Library) => Promise<unknown>): Promise<PasskeyReply> {
  try {
    return { answer: (await ask(await library())) as Answered }
  } catch (error) {
    if (isCalled(error, 'InvalidStateError')) return { says: '这台设备上已经有您的通行密钥了，直接用它登录就行。' }
    // Browsers don't tell leaving from having none: both are said.
    if (isCalled(error, 'NotAllowedError') || isCalled(error, 'AbortError'))
      return { says: '没有完成。可能是您取消了，也可能这台设备上没有您的通行密钥。再试一次，或者换一种办法登录。' }
    return { says: '这个浏览器用不了通行密钥。请换手机自带的浏览器，或者用微信扫码登录。' }
  }
}

/** Makes a new passkey on this device: it asks for the finger, the face or the screen lock. Why not, in words. */
export const makePasskey = (options: Options): Promise<PasskeyReply> =>
  asked(({ startRegistration }) => startRegistration({ optionsJSON: options as never }))

/** Has the passkey on this device answer. Why not, in words. */
export const answerPasskey = (options: Options): Promise<PasskeyReply> =>
  asked(({ startAuthentication }) => startAuthentication({ optionsJSON: options as never }))
