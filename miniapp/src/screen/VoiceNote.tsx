import { View } from '@tarojs/components'
import { useEffect, useRef, useState } from 'react'
import { aria } from '../components/aria'
import { Icon } from '../components/Icon'
import { Pressable } from '../components/Pressable'
import { absolute } from '../platform/network'
import { play } from '../platform/player'
import './VoiceNote.scss'

export type VoiceNoteProps = {
  /** where it lies: an address of the server's, or of this phone */
  src: string
  seconds?: number
  /** what it is called aloud: 语音 (default), 同意的录音 */
  label?: string
}

/** A recording: a button that plays it, and stops it when pressed again. It stops with the page. */
export function VoiceNote({ src, seconds, label = '语音' }: VoiceNoteProps) {
  const [playing, setPlaying] = useState(false)
  const [failed, setFailed] = useState(false)
  const stop = useRef<() => void>()
  useEffect(() => () => stop.current?.(), [])
  const press = () => {
    if (playing) return stop.current?.()
    setFailed(false)
    setPlaying(true)
    stop.current = play(absolute(src), (how) => {
      setPlaying(false)
      setFailed(how === 'failed')
    })
  }
  const long = seconds === undefined ? '' : `${seconds}秒`
  return (
    <View className="mw-voicenote">
      <Pressable
        className="mw-voicenote-play"
        label={`${playing ? '停下' : '播放'}${label}${long}`}
        pressed={playing}
        onPress={press}
      >
        <Icon name={playing ? 'x' : 'sound'} />
        <View>{playing ? '正在放，点一下停' : `${label}${long}`}</View>
      </Pressable>
      {failed && (
        <View className="mw-voicenote-failed" {...aria({ role: 'alert' })}>
          这段录音没放出来。请看看网络，或者换一台手机听。
        </View>
      )}
    </View>
  )
}
