import type { Pending } from '../pending'
import { type Host, quietly } from './call'
import type { Files } from './files'

type Listener = (result: object) => void
const longestUnasked = 60_000

/** The phone's microphone and loudspeaker: wx.getRecorderManager() and wx.createInnerAudioContext(). */
export class Sound {
  /** Whether the person lets the program use the microphone. */
  microphone: 'allowed' | 'refused' = 'allowed'
  /** What the microphone hears: the bytes of the next recording. */
  heard: Uint8Array = new Uint8Array()
  /** Addresses that were played, in order. */
  readonly played: string[] = []
  /** What the program asked of the recorder, while it records. */
  recording?: Record<string, unknown>
  private readonly listeners: Record<string, Listener> = {}
  private readonly playing = new Set<Player>()

  constructor(
    private readonly host: Host,
    private readonly files: Files,
  ) {}

  api(): Record<string, unknown> {
    return {
      getRecorderManager: () => this.manager,
      createInnerAudioContext: () => new Player(this.host.pending, this.played, this.playing),
      ...quietly(this.host, 'setInnerAudioOption'),
    }
  }

  /** Time runs on while someone speaks: the recorder stops by itself when it has gone on for as long as was asked. */
  speak(ms: number): void {
    if (!this.recording) return
    const longest = Number(this.recording.duration ?? longestUnasked)
    this.spoken = Math.min(this.spoken + ms, longest)
    if (this.spoken === longest) this.stop()
  }

  /** Somebody rings: WeChat pauses the recorder. */
  ring(): void {
    this.tell('InterruptionBegin', {})
  }

  /** What is played now has come to its end. */
  playedOut(): void {
    for (const player of [...this.playing]) player.end()
  }

  private spoken = 0

  // One for the whole app, and a listener takes the place of the one before, as in WeChat.
  private readonly manager: Record<string, unknown> = {
    ...Object.fromEntries(
      ['Start', 'Stop', 'Error', 'Pause', 'Resume', 'FrameRecorded', 'InterruptionBegin', 'InterruptionEnd'].map(
        (name) => [
          `on${name}`,
          (listener: Listener) => {
            this.listeners[name] = listener
          },
        ],
      ),
    ),
    start: (options: Record<string, unknown> = {}) => this.start(options),
    stop: () => this.stop(),
  }

  private start(options: Record<string, unknown>): void {
    this.host.calls.push({ api: 'RecorderManager.start', options })
    if (!this.isLet()) this.fail('auth deny')
    else if (this.recording) this.fail("audio is recording, don't start record again")
    else {
      this.recording = options
      this.spoken = 0
      this.tell('Start', {})
    }
  }

  private isLet(): boolean {
    try {
      this.host.privacy.ask('RecorderManager.start')
      return this.microphone === 'allowed'
    } catch {
      return false
    }
  }

  private stop(): void {
    if (!this.recording) {
      this.fail('recorder not start')
      return
    }
    const tempFilePath = this.files.keep(this.heard, String(this.recording.format ?? 'aac'))
    this.recording = undefined
    this.tell('Stop', { tempFilePath, duration: this.spoken, fileSize: this.heard.byteLength })
  }

  private fail(why: string): void {
    this.tell('Error', { errMsg: `operateRecorder:fail ${why}` })
  }

  private tell(name: string, result: object): void {
    this.host.pending.defer(() => this.listeners[name]?.(this.host.realm().copy(result)))
  }
}

/** One wx.createInnerAudioContext(). */
class Player {
  src = ''
  private onEnd?: () => void

  constructor(
    private readonly pending: Pending,
    private readonly played: string[],
    private readonly playing: Set<Player>,
  ) {}

  play(): void {
    this.played.push(this.src)
    this.playing.add(this)
  }

  stop(): void {
    this.playing.delete(this)
  }

  pause(): void {
    this.stop()
  }

  destroy(): void {
    this.stop()
  }

  onEnded(listener: () => void): void {
    this.onEnd = listener
  }

  onError(): void {}

  end(): void {
    this.stop()
    this.pending.defer(() => this.onEnd?.())
  }
}
