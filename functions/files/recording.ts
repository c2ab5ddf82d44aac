import { FileRefused, type FileType } from './files'
import { measureAac, measureMp3 } from './frames'
import { measureMp4 } from './mp4'
import { measureOgg } from './ogg'
import { sniff } from './sniff'
import { measureWav } from './wav'
import { measureWebm } from './webm'

export type Measured = { seconds: number; hasVideo: boolean }

const mostSeconds = 60
/** Recorders stop late, and encoders fill up their last frame. */
const padding = 1.5

/**
 * How many whole seconds a recording lasts, at least 1. Counted from what is in it; a head may say anything. Throws
 * `FileRefused` for a film, for what is longer than a minute, and for what can't be measured.
 */
export async function recordedSeconds(bytes: Uint8Array): Promise<number> {
  const type = await sniff(bytes)
  const measured = type && measures[type]?.(bytes)
  if (measured?.hasVideo) throw new FileRefused('video')
  if (!measured || !Number.isFinite(measured.seconds) || measured.seconds <= 0) throw new FileRefused('audio')
  const { seconds } = measured
  if (seconds > mostSeconds + padding)
    throw new FileRefused('audioLong', `录音最长1分钟，这段有${Math.round(seconds)}秒，请重新录短一点。`)
  return Math.min(mostSeconds, Math.max(1, Math.round(seconds)))
}

const measures: Partial<Record<FileType, (bytes: Uint8Array) => Measured | undefined>> = {
  'audio/aac': measureAac,
  'audio/mp4': measureMp4,
  'audio/mpeg': measureMp3,
  'audio/ogg': measureOgg,
  'audio/wav': measureWav,
  'audio/webm': measureWebm,
}
