import { View } from '@tarojs/components'
import { Field, type FieldProps } from '../../components/Field'
import type { LocalFile } from '../../platform/localFile'
import { RecordField } from '../../screen/RecordField'
import { AttachField, type AttachFieldProps } from './AttachField'
import type { Attached } from './typed'
import './form.scss'

type Kept = Exclude<Attached, string>

export type ProofFieldProps = FieldProps &
  Pick<AttachFieldProps, 'attached' | 'max' | 'onChange' | 'latest' | 'sources'> & {
    /** a recording alone, or a recording or photos */
    kind: 'voice' | 'proof'
  }

const isVoice = (one: Attached): one is Kept => typeof one !== 'string' && (one.type?.startsWith('audio/') ?? false)

/** One recording of at most a minute; as proof, or else photos. */
export function ProofField({ kind, attached, max, onChange, latest, sources, ...field }: ProofFieldProps) {
  const photos = () => latest().filter((one) => !isVoice(one))
  const voice = attached.find(isVoice)
  const keep = (next: LocalFile | undefined) => onChange([...photos(), ...(next ? [next] : [])])
  const value = voice as LocalFile | undefined
  if (kind === 'voice') return <RecordField {...field} value={value} onChange={keep} />
  return (
    <Field {...field} role="group">
      <View className="mw-proof">
        <RecordField label="录他自己说的话" startWords="按一下，请他说" value={value} onChange={keep} />
        <AttachField
          kind="photos"
          label="或者拍照片"
          attached={attached.filter((one) => !isVoice(one))}
          max={max - (voice ? 1 : 0)}
          latest={photos}
          sources={sources}
          onChange={(next) => onChange([...next, ...latest().filter(isVoice)])}
        />
      </View>
    </Field>
  )
}
