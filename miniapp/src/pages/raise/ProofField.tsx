import { View } from '@tarojs/components'
import { Field, type FieldProps } from '../../components/Field'
import type { LocalFile } from '../../platform/localFile'
import { RecordField } from '../../screen/RecordField'
import { LocalPhotos } from './LocalPhotos'

export type ProofFieldProps = FieldProps & {
  files: readonly LocalFile[]
  max: number
  /** given the newest, what they become */
  onChange: (change: (files: readonly LocalFile[]) => readonly LocalFile[]) => void
}

const isVoice = ({ type }: LocalFile) => type.startsWith('audio/')

/** What shows that someone agreed: a recording of their voice, or photos. One is enough. */
export function ProofField({ files, max, onChange, error, ...field }: ProofFieldProps) {
  const voice = files.find(isVoice)
  const photos = files.filter((file) => !isVoice(file))
  const without = (id: string) => onChange((now) => now.filter((file) => file.id !== id))
  return (
    <Field {...field} error={error} role="group">
      <View className="raise-proof">
        <RecordField
          label="录他自己说的话"
          value={voice}
          onChange={(next) => onChange((now) => [...now.filter((file) => !isVoice(file)), ...(next ? [next] : [])])}
          startWords="按一下，请他说"
        />
        <LocalPhotos
          {...{ label: '或者拍照片', addWords: '拍照片', photos, max: max - (voice ? 1 : 0) }}
          onAdd={(more) => onChange((now) => [...now, ...more].slice(0, max))}
          onRemove={without}
        />
      </View>
    </Field>
  )
}
