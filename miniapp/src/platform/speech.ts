// WeChat has no speech of its own; the web page reads with the browser's voice.

const voice = () => (process.env.TARO_ENV === 'h5' ? window.speechSynthesis : undefined)

/** Whether this place can read aloud at all; where it can't, no button is shown. */
export const canReadAloud = (): boolean => voice() !== undefined

/** Reads the sentences, one after another; `onEnd` when the last is done or reading was stopped. */
export function readAloud(sentences: readonly string[], onEnd: () => void): void {
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

export const stopReading = (): void => voice()?.cancel()
