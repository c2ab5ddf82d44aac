import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FileRefused } from '../../functions/files/files'
import { recordedSeconds } from '../../functions/files/recording'
import { bytesOf, le } from '../support/bytes'
import { pictures, text } from '../support/pictures'
import { mp4, mp4InPieces, ogg, recordings, wav, webm } from '../support/recordings'

describe.each(Object.entries(recordings))('%s', (_, of) => {
  it('of half a minute is measured to the second', async () => {
    expect(await recordedSeconds(of(30))).toBe(30)
  })

  it('of a minute that stopped a little late counts as a minute', async () => {
    expect(await recordedSeconds(of(61))).toBe(60)
  })

  it('of five minutes is refused with its length and what to do', async () => {
    await expect(recordedSeconds(of(300))).rejects.toMatchObject({
      why: 'audioLong',
      message: expect.stringMatching(/^录音最长1分钟，这段有300秒，请重新录短一点。$/),
    })
  })

  it('cut off anywhere is measured by what is left, or refused: it never comes to more', async () => {
    const whole = of(20)
    for (const part of [0.01, 0.1, 0.5, 0.9]) {
      const cut = recordedSeconds(whole.slice(0, Math.ceil(whole.length * part)))
      const seconds = await cut.catch((e) => {
        expect(e).toMatchObject({ why: 'audio', message: '这段录音打不开，请重新录一次。' })
        return 0
      })
      expect(seconds).toBeLessThanOrEqual(20)
    }
  })
})

it('a minute may end up to a second and a half late, not two', async () => {
  for (const of of Object.values(recordings)) {
    expect(await recordedSeconds(of(61.4))).toBe(60)
    await expect(recordedSeconds(of(62))).rejects.toMatchObject({ why: 'audioLong' })
  }
})

it('what a browser records into mp4 is counted piece by piece: its head names the first piece alone', async () => {
  expect(await recordedSeconds(mp4InPieces(12))).toBe(12)
  expect(await recordedSeconds(mp4InPieces(12, { each: false }))).toBe(12)
  await expect(recordedSeconds(mp4InPieces(70))).rejects.toMatchObject({ why: 'audioLong' })
})

it('an MP3 is counted frame by frame: behind a tag, at a bit rate that changes, with notes at its end', async () => {
  // MPEG-1 at 44.1 kHz: 1152 samples in 417 bytes at 128 kbit/s, in 104 at 32
  const frame = (head: number, length: number) => bytesOf([0xff, 0xfb, head, 0xc4], new Uint8Array(length - 4))
  const tag = bytesOf('ID3', [4, 0, 0, 0, 0, 1, 72], new Uint8Array(200).fill(0xff))
  const both = Array.from({ length: 383 }, () => bytesOf(frame(0x90, 417), frame(0x10, 104)))
  expect(await recordedSeconds(bytesOf(tag, ...both, 'TAG', new Uint8Array(125)))).toBe(20)
})

it('a WAV is as long as its sound, whatever its head says of it', async () => {
  for (const said of [0, 8000, 0xffffffff]) expect(await recordedSeconds(wav(9, said))).toBe(said === 8000 ? 1 : 9)
})

it('an Ogg may be of Vorbis, and not of Theora', async () => {
  const head = bytesOf('\x01vorbis', le(0, 4), [1], le(44_100, 4), new Uint8Array(14))
  expect(await recordedSeconds(ogg(head, 7 * 44_100))).toBe(7)
  await expect(recordedSeconds(ogg(bytesOf('\x80theora', new Uint8Array(35)), 7))).rejects.toMatchObject({
    why: 'audio',
  })
})

it('a film is no recording, in either container', async () => {
  for (const film of [webm(3, 1), mp4(3, 'vide'), mp4(3, 'vide', 'isom')])
    await expect(recordedSeconds(film)).rejects.toMatchObject({
      why: 'video',
      message: expect.stringMatching(/只录声音，重新录/),
    })
})

it('what holds no sound, or is none, is refused', async () => {
  for (const bytes of [webm(0), mp4(0), text('不是录音'), pictures['image/png'], new Uint8Array()])
    await expect(recordedSeconds(bytes)).rejects.toMatchObject({ why: 'audio' })
})

it('whatever the bytes are, they are measured or refused in words', async () => {
  const heads = Object.values(recordings).map((of) => of(2).slice(0, 60))
  const bytes = fc.tuple(fc.constantFrom(...heads, new Uint8Array()), fc.nat(60), fc.uint8Array({ maxLength: 300 }))
  await fc.assert(
    fc.asyncProperty(bytes, async ([head, kept, rest]) => {
      const seconds = await recordedSeconds(bytesOf(head.slice(0, kept), rest)).catch((e) => {
        expect(e).toBeInstanceOf(FileRefused)
        return 1
      })
      expect(seconds).toBeGreaterThanOrEqual(1)
      expect(seconds).toBeLessThanOrEqual(60)
    }),
    { numRuns: 1000 },
  )
})
