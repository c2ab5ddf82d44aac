import Taro from '@tarojs/taro'
import type { AudioType, LocalFile } from './localFile'
import { keepBlob, savedInWeChat } from './photos'

/** A recording ends by itself when it is that many seconds long. */
export const longestRecording = 60

/** What is being recorded. `kept` comes when it has ended; undefined when nothing came of it. */
export type Recording = { stop: () => void; kept: Promise<LocalFile | undefined> }

const notAllowed =
  process.env.TARO_ENV === 'h5'
    ? '没有允许用麦克风。请在浏览器的网站设置里打开麦克风，再点一次；也可以直接打字。'
    : '没有允许用麦克风。请点右上角“…”，在“设置”里打开麦克风，再点一次；也可以直接打字。'
const cannot = '这台手机在这里录不了音。请直接打字，或者请人帮您写。'
const broken = '录音没有录上。请再点一次，还是不行就直接打字。'

let running: Recording | undefined

/** Starts to record; `onSecond` is told each full second. Answers why it couldn't, in words, when it couldn't. */
export async function record(onSecond: (seconds: number) => void): Promise<Recording | { refused: string }> {
  await finishRecording()
  const began = process.env.TARO_ENV === 'h5' ? await recordInBrowser() : await recordInWeChat()
  if ('refused' in began) return began
  let seconds = 0
  const timer = setInterval(() => onSecond(++seconds), 1000)
  const kept = began.kept.finally(() => {
    clearInterval(timer)
    if (running === mine) running = undefined
  })
  const mine = { stop: began.stop, kept }
  running = mine
  return mine
}

/** Ends what is being recorded, if anything is, and waits until it is kept. */
export async function finishRecording(): Promise<void> {
  running?.stop()
  await running?.kept
}

const named = (seconds: number, file: Pick<LocalFile, 'id' | 'type' | 'bytes'>, ending: string): LocalFile => ({
  ...file,
  name: `录音.${ending}`,
  seconds: Math.min(Math.max(Math.round(seconds), 1), longestRecording),
})

// What iPhones and Android phones both play comes first.
const types: readonly { mime: string; type: AudioType; ending: string }[] = [
  { mime: 'audio/mp4;codecs=mp4a.40.2', type: 'audio/mp4', ending: 'm4a' },
  { mime: 'audio/mp4', type: 'audio/mp4', ending: 'm4a' },
  { mime: 'audio/webm', type: 'audio/webm', ending: 'webm' },
  { mime: 'audio/ogg', type: 'audio/ogg', ending: 'ogg' },
]

async function recordInBrowser(): Promise<Recording | { refused: string }> {
  // Browsers have a microphone on https pages only.
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return { refused: cannot }
  const kind = types.find(({ mime }) => MediaRecorder.isTypeSupported(mime))
  if (!kind) return { refused: cannot }
  let stream: MediaStream
  try {
    stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  } catch (error) {
    const { name } = error as DOMException
    return { refused: name === 'NotAllowedError' ? notAllowed : name === 'NotFoundError' ? cannot : broken }
  }
  const recorder = new MediaRecorder(stream, { mimeType: kind.mime, audioBitsPerSecond: 32_000 })
  const parts: Blob[] = []
  recorder.ondataavailable = ({ data }) => parts.push(data)
  const since = Date.now()
  const ended = new Promise<void>((end) => {
    recorder.onstop = () => end()
  })
  const keepIt = async () => {
    await ended
    const seconds = (Date.now() - since) / 1000
    for (const track of stream.getTracks()) track.stop()
    const blob = new Blob(parts, { type: kind.type })
    if (blob.size === 0) return undefined
    const { id } = await keepBlob(blob, '')
    return named(seconds, { id, type: kind.type, bytes: blob.size }, kind.ending)
  }
  recorder.start()
  setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), longestRecording * 1000)
  return { stop: () => recorder.state !== 'inactive' && recorder.stop(), kept: keepIt().catch(() => undefined) }
}

type InWeChat = {
  started: () => void
  failed: (message: string) => void
  ended: (path: string, ms: number, bytes: number) => void
}
let inWeChat: InWeChat | undefined
let manager: Taro.RecorderManager | undefined

// WeChat has one recorder for the whole app, and what listens to it can't be taken off.
function theRecorder(): Taro.RecorderManager {
  if (manager) return manager
  const made = Taro.getRecorderManager()
  made.onStart(() => inWeChat?.started())
  made.onStop(({ tempFilePath, duration, fileSize }) => inWeChat?.ended(tempFilePath, duration, fileSize))
  made.onError(({ errMsg }) => inWeChat?.failed(errMsg))
  // A phone call: what was said until then is kept.
  made.onInterruptionBegin(() => made.stop())
  manager = made
  return made
}

function recordInWeChat(): Promise<Recording | { refused: string }> {
  return new Promise((begun) => {
    const recorder = theRecorder()
    const kept = new Promise<LocalFile | undefined>((keep) => {
      // What the recorder still says after its end is about nothing.
      const end = (file?: LocalFile) => {
        inWeChat = undefined
        keep(file)
      }
      inWeChat = {
        started: () => begun({ stop: () => recorder.stop(), kept }),
        failed: (message) => {
          begun({ refused: /auth|permission|denied/i.test(message) ? notAllowed : broken })
          end()
        },
        ended: (path, ms, bytes) => {
          inWeChat = undefined
          void savedInWeChat(path).then(
            (id) => end(named(ms / 1000, { id, type: 'audio/mpeg', bytes }, 'mp3')),
            () => end(),
          )
        },
      }
    })
    recorder.start({
      ...{ duration: longestRecording * 1000, format: 'mp3' },
      ...{ sampleRate: 16_000, numberOfChannels: 1, encodeBitRate: 48_000 },
    })
  })
}
