import Taro from '@tarojs/taro'

/** What someone answered to one kind of message; `filter`: WeChat leaves out one of two with the same title. */
export type Agreed = 'accept' | 'reject' | 'ban' | 'filter'

/** Whether WeChat can be asked at all; a web page can't send anybody anything. */
export const canSubscribe = process.env.TARO_ENV === 'weapp'

const mostAtOnce = 3
const switchedOff = 20004
const isAgreed = (value: unknown): value is Agreed => ['accept', 'reject', 'ban', 'filter'].includes(String(value))

/**
 * WeChat's own question, one message for each `accept`. Only inside a tap, before anything is waited for. Answers by template id,
 * or why it couldn't be asked, in words.
 */
export async function askToSend(ids: readonly string[]): Promise<Record<string, Agreed> | { refused: string }> {
  const tmplIds = ids.slice(0, mostAtOnce)
  try {
    const told = await Taro.requestSubscribeMessage({ tmplIds } as Taro.requestSubscribeMessage.Option)
    const words = told as unknown as Readonly<Record<string, unknown>>
    return Object.fromEntries(tmplIds.flatMap((id) => (isAgreed(words[id]) ? [[id, words[id]]] : [])))
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    return {
      refused:
        errCode === switchedOff
          ? '您在微信里关了通知。请点右上角“…”，在“设置”里打开通知，再点一次。'
          : '微信没有问成。请等一会儿再点一次；要看进展，打开“我的”里的“消息”就行。',
    }
  }
}
