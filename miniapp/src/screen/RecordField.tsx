import { useDidHide } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import type { FieldProps } from '../components/Field'
import { VoiceField } from '../components/VoiceField'
import { addressOf, dropLocal, type LocalFile } from '../platform/localFile'
import { finishRecording, longestRecording, record } from '../platform/recorder'
import { VoiceNote } from './VoiceNote'

export type RecordFieldProps = FieldProps & {
  /** what was recorded and lies on this phone; or where the server has it */
  value?: LocalFile | { url: string; seconds?: number }
  /** undefined when it was taken away */
  onChange: (value: LocalFile | undefined) => void
  startWords?: string
}

/** A field that records, plays and takes away one recording of at most a minute. It ends with the page, and is kept. */
export function RecordField({ value, onChange, startWords, error, ...field }: RecordFieldProps) {
  const [recording, setRecording] = useState<number>()
  const [refused, setRefused] = useState<string>()
  const address = useAddress(value)
  const asking = useRef(false)
  useEffect(() => () => void finishRecording(), [])
  useDidHide(() => void finishRecording())

  const start = async () => {
    // A second press while the phone asks for the microphone isn't a second recording.
    if (asking.current) return
    asking.current = true
    setRefused(undefined)
    const begun = await record(setRecording)
    asking.current = false
    if ('refused' in begun) return setRefused(begun.refused)
    setRecording(0)
    const kept = await begun.kept
    setRecording(undefined)
    if (kept) onChange(kept)
    else setRefused('没有录到声音。请再按一次，说完再按一下；也可以直接打字。')
  }
  const remove = () => {
    if (value && 'id' in value) void dropLocal(value).catch(() => undefined)
    onChange(undefined)
  }
  return (
    <VoiceField
      {...field}
      error={refused ?? error}
      recording={recording}
      longest={longestRecording}
      onStart={() => void start()}
      onStop={() => void finishRecording()}
      kept={value && <VoiceNote src={address ?? ''} seconds={value.seconds} />}
      onRemove={remove}
      startWords={startWords}
    />
  )
}

function useAddress(value: RecordFieldProps['value']): string | undefined {
  const [found, setFound] = useState<{ id: string; address: string }>()
  const id = value && 'id' in value ? value.id : undefined
  useEffect(() => {
    if (!id) return
    void addressOf({ id })
      .then((address) => address && setFound({ id, address }))
      .catch(() => undefined)
  }, [id])
  if (value && 'url' in value) return value.url
  return found?.id === id ? found?.address : undefined
}
