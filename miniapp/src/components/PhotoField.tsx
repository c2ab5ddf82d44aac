import { Image, View } from '@tarojs/components'
import { cls } from './cls'
import { Field, type FieldProps } from './Field'
import { Icon } from './Icon'
import { Pressable } from './Pressable'

export type Photo = {
  id: string
  src: string
  /** Along its foot: 现场, 签到表; while it is being sent: 正在传40%, 没传上 */
  caption?: string
}

export type PhotoFieldProps = FieldProps & {
  photos: readonly Photo[]
  /** The tile to add one goes when this many are there. */
  max: number
  onAdd: () => void
  onRemove: (id: string) => void
  onOpen?: (id: string) => void
  /** On the tile: 加照片 (default), or what is missing: 签到表 */
  addWords?: string
}

export function PhotoField({ photos, max, onAdd, onRemove, onOpen, addWords = '加照片', ...field }: PhotoFieldProps) {
  return (
    <Field {...field} role="group">
      <View className="mw-photos">
        {photos.map((photo, i) => (
          <View key={photo.id} className="mw-photo">
            <Shown photo={photo} nth={i + 1} onOpen={onOpen} />
            <Pressable className="mw-photo-del" label={`删掉第${i + 1}张`} onPress={() => onRemove(photo.id)}>
              <Icon name="x" bold />
            </Pressable>
          </View>
        ))}
        {photos.length < max && (
          <View className="mw-photo">
            <Pressable className={cls('mw-photo-add', field.error && 'err')} onPress={onAdd}>
              <Icon name="camera" />
              {addWords}
            </Pressable>
          </View>
        )}
      </View>
    </Field>
  )
}

/** Photos to look at: two a line (before and after), three, or four. */
export function Photos({
  photos,
  across = 3,
  onOpen,
}: {
  photos: readonly Photo[]
  across?: 2 | 3 | 4
  onOpen?: (id: string) => void
}) {
  return (
    <View className={cls('mw-photos', across === 2 && 'two', across === 3 && 'three')}>
      {photos.map((photo, i) => (
        <View key={photo.id} className="mw-photo">
          <Shown photo={photo} nth={i + 1} onOpen={onOpen} />
        </View>
      ))}
    </View>
  )
}

// The button round a picture says which it is. One object, or WeChat would be sent it again at every drawing.
const unnamed = { alt: '' }

function Shown({ photo, nth, onOpen }: { photo: Photo; nth: number; onOpen?: (id: string) => void }) {
  const inside = (
    <>
      <Image className="mw-photo-img" src={photo.src} mode="aspectFill" nativeProps={unnamed} />
      {photo.caption && <View className="mw-photo-cap">{photo.caption}</View>}
    </>
  )
  return onOpen ? (
    <Pressable
      className="mw-photo-open"
      label={`看第${nth}张照片${photo.caption ? `：${photo.caption}` : ''}`}
      onPress={() => onOpen(photo.id)}
    >
      {inside}
    </Pressable>
  ) : (
    <View className="mw-photo-open">{inside}</View>
  )
}
