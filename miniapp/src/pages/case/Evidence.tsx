import type { FileView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { type Photo, Photos } from '../../components/PhotoField'
import { absolute } from '../../platform/network'
import { openPictures } from '../../platform/openFile'
import { VoiceNote } from '../../screen/VoiceNote'

/** A picture as the page shows it; one that others can't see yet says so. */
export const photoOf = ({ id, url, waits }: FileView): Photo => ({
  id,
  src: absolute(url),
  ...(waits && { caption: '正在核对' }),
})

/** What was said aloud. */
export function Voices({ files }: { files: readonly FileView[] }) {
  if (files.length === 0) return null
  return (
    <View className="case-voices">
      {files.map(({ id, url, seconds, waits }) => (
        <View key={id}>
          <VoiceNote src={url} seconds={seconds} />
          {waits && <View className="mw-meta">这段录音正在核对，核对后大家能听到。</View>}
        </View>
      ))}
    </View>
  )
}

/** What shows that someone agreed to be spoken for: recordings and pictures. */
export function Proof({ label, files }: { label: string; files: readonly FileView[] }) {
  const photos = files.filter((f) => f.type.startsWith('image/')).map(photoOf)
  const open = (id: string) =>
    openPictures(
      photos.map((p) => p.src),
      photos.findIndex((p) => p.id === id),
    )
  return (
    <View className="case-voices">
      <View className="mw-meta">{label}</View>
      <Voices files={files.filter((f) => f.type.startsWith('audio/'))} />
      {photos.length > 0 && <Photos photos={photos} across={3} onOpen={open} />}
    </View>
  )
}
