import Taro from '@tarojs/taro'

// The web page reads with the browser's voice. WeChat has none of its own: there the plugin 微信同声传译 reads, if the build was
// told that it has been added to this mini-program (MINGWU_SPEECH=WechatSI); else no button is shown.

const voice = () => (process.env.TARO_ENV === 'h5' ? window.speechSynthesis : undefined)

/** Whether this place can read aloud at all; where it can't, no button is shown. */
export const canReadAloud = (): boolean => SPEECH_PLUGIN || voice() !== undefined

/** Reads the sentences, one after another; `onEnd` when the last is done or reading was stopped. */
export function readAloud(sentences: readonly string[], onEnd: () => void): void {
  if (SPEECH_PLUGIN) {
    readByPlugin(sentences, onEnd)
    return
  }
  const speech = voice()
  if (!speech) {
    onEnd()
    return
  }
  speech.cancel()
  sentences.forEach((sentence, i) => {
    const said = new SpeechSynthesisUtterance(sentence)
    said.lang = 'zh-CN'
    said.rate = 0.9
    if (i === sentences.length - 1) said.onend = onEnd
    said.onerror = onEnd
    speech.speak(said)
  })
}

export function stopReading(): void {
  if (SPEECH_PLUGIN) stopPlugin?.()
  voice()?.cancel()
}

type Plugin = {
  textToSpeech(asked: {
    lang: 'zh_CN'
    tts: true
    content: string
    success: (made: { filename: string }) => void
    fail: () => void
  }): void
}
declare const requirePlugin: (name: string) => Plugin

// The plugin takes a thousand bytes at a time.
const most = 300
let stopPlugin: (() => void) | undefined

/** Sentences cut to what the plugin takes at once; whole sentences together as far as they fit. */
export function portions(sentences: readonly string[]): string[] {
  const said: string[] = []
  for (const sentence of sentences)
    for (let at = 0; at < sentence.length; at += most) {
      const next = sentence.slice(at, at + most)
      const last = said.at(-1)
      if (last !== undefined && last.length + next.length <= most) said[said.length - 1] = last + next
      else said.push(next)
    }
  return said
}

function readByPlugin(sentences: readonly string[], onEnd: () => void): void {
  stopPlugin?.()
  const plugin = requirePlugin('WechatSI')
  const player = Taro.createInnerAudioContext()
  const left = portions(sentences)
  const stop = () => {
    if (stopPlugin !== stop) return
    stopPlugin = undefined
    player.destroy()
    onEnd()
  }
  stopPlugin = stop
  const next = () => {
    const content = left.shift()
    if (content === undefined) return stop()
    plugin.textToSpeech({
      ...{ lang: 'zh_CN', tts: true, content, fail: stop },
      success: ({ filename }) => {
        if (stopPlugin !== stop) return
        player.src = filename
        player.play()
      },
    })
  }
  player.onEnded(next)
  player.onError(stop)
  next()
}
