import { type Ask, codeOf } from './ask'

/** Checks what people write and send before others see it. `unknown`: it could not say, so a person must look. */
export type ContentSafety = {
  words(text: string, openId?: string): Promise<'pass' | 'risky' | 'unknown'>
  /** `pending`: the verdict comes later. `address`: where the picture can be fetched without signing in. */
  picture(file: string, address: string, openId?: string): Promise<'pass' | 'risky' | 'pending' | 'unknown'>
}

export type Verdict = { suggest?: string }

/** What WeChat's verdict comes to: where it would have a person look, it isn't sure. */
export const verdictOf = (result: Verdict | undefined): 'pass' | 'risky' | 'unknown' =>
  result?.suggest === 'pass' || result?.suggest === 'risky' ? result.suggest : 'unknown'

/** Characters that WeChat reads at a time. */
const most = 2500

type Safety = {
  /** asks with an access token */
  ask: Ask
  /** notes which file WeChat will speak of when it says this trace */
  traced: (trace: string, file: string) => Promise<unknown>
  /** how long a question may take, in milliseconds */
  patience?: number
}

/**
 * WeChat's 内容安全, second version: words at once, pictures later through the callback. It judges for someone who has used
 * the mini-program: without an openId it isn't asked. What goes wrong is logged without the words.
 */
export const openContentSafety = ({ ask, traced, patience = 3000 }: Safety): ContentSafety => {
  /** Scene 2 is what people write under things. */
  const about = (openid: string) => ({ version: 2, scene: 2, openid })
  const within = async <T>(answer: (signal: AbortSignal) => Promise<T>): Promise<T | 'unknown'> => {
    try {
      return await answer(AbortSignal.timeout(patience))
    } catch (error) {
      console.error('content safety', codeOf(error))
      return 'unknown'
    }
  }

  return {
    async words(text, openId) {
      const parts = partsOf(text)
      if (parts.length === 0) return 'pass'
      if (!openId) return 'unknown'
      return within(async (signal) => {
        const check = async (content: string) =>
          verdictOf(
            (await ask<{ result?: Verdict }>('/wxa/msg_sec_check', { ...about(openId), content }, signal)).result,
          )
        const said = await Promise.all(parts.map(check))
        return said.find((v) => v === 'risky') ?? said.find((v) => v === 'unknown') ?? 'pass'
      })
    },

    async picture(file, address, openId) {
      if (!openId) return 'unknown'
      return within(async (signal) => {
        const asked = { ...about(openId), media_url: address, media_type: 2 }
        await traced((await ask<{ trace_id: string }>('/wxa/media_check_async', asked, signal)).trace_id, file)
        return 'pending' as const
      })
    },
  }
}

/** Whole characters, so many at a time; none where nothing is written. */
const partsOf = (text: string): readonly string[] => {
  const letters = [...text.trim()]
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, n) =>
    letters.slice(n * most, (n + 1) * most).join(''),
  )
}
