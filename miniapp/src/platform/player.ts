import Taro from '@tarojs/taro'

/** How a play ended: to its end or stopped, or because this phone couldn't play it. */
export type Ended = 'over' | 'failed'

type Playing = { stop: () => void }
let playing: Playing | undefined

/** Plays what lies at an address: one at a time, the one before is stopped. `onEnd` is called once. Answers what stops it. */
export function play(address: string, onEnd: (how: Ended) => void): () => void {
  playing?.stop()
  const free = process.env.TARO_ENV === 'h5' ? playInBrowser(address, end) : playInWeChat(address, end)
  const mine: Playing = { stop: () => end('over') }
  playing = mine
  return mine.stop
  function end(how: Ended) {
    if (playing !== mine) return
    playing = undefined
    free()
    onEnd(how)
  }
}

function playInBrowser(address: string, end: (how: Ended) => void): () => void {
  const audio = new Audio(address)
  audio.onended = () => end('over')
  audio.onerror = () => end('failed')
  void audio.play().catch(() => end('failed'))
  return () => {
    audio.onended = null
    audio.onerror = null
    audio.pause()
  }
}

function playInWeChat(address: string, end: (how: Ended) => void): () => void {
  // The mute switch is for ringing: whoever presses play wants to hear it.
  void Taro.setInnerAudioOption({ obeyMuteSwitch: false }).catch(() => undefined)
  const audio = Taro.createInnerAudioContext()
  audio.onEnded(() => end('over'))
  audio.onError(() => end('failed'))
  audio.src = address
  audio.play()
  return () => audio.destroy()
}
