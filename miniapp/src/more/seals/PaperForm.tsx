import { fieldsOf } from '@shared/schemas/stepForms'
import type { Draft } from '../../api/drafts'
import { ChoiceField } from '../../components/ChoiceField'
import { NumberField } from '../../components/NumberField'
import { LongTextField, TextField } from '../../components/TextField'
import { LocalPhotos } from '../../pages/raise/LocalPhotos'

export type PaperFormProps = {
  form: Readonly<Record<string, unknown>>
  photos: Draft['photos']
  errors: Readonly<Record<string, string>>
  set: (name: string) => (value: string | number | undefined) => void
  setPhotos: (photos: Draft['photos']) => void
  saved: '' | 'saved' | 'full'
}

const fields = Object.fromEntries(fieldsOf('sealPaper').map((field) => [field.name, field]))
const savedWords = { '': undefined, saved: '已帮您存好草稿', full: '手机存不下了，草稿没存上' }

/** What a villager says of a paper that asks for a seal; who they are is known. */
export function PaperForm({ form, photos, errors, set, setPhotos, saved }: PaperFormProps) {
  const text = (name: string) => (typeof form[name] === 'string' ? (form[name] as string) : '')
  const common = (name: string) => ({
    ...{ id: name, label: fields[name].label, help: fields[name].help, error: errors[name] },
    ...(fields[name].optional && { note: '可以不填' }),
  })
  const choice = (name: string) => (
    <ChoiceField
      {...common(name)}
      options={(fields[name].options ?? []).map(({ value, label, help }) => ({ value, words: label, detail: help }))}
      value={text(name)}
      onChange={set(name)}
    />
  )
  return (
    <>
      {choice('sealKind')}
      <TextField
        {...common('document')}
        value={text('document')}
        maxLength={fields.document.max}
        onChange={set('document')}
      />
      <LongTextField
        {...common('purpose')}
        value={text('purpose')}
        maxLength={fields.purpose.max}
        onChange={set('purpose')}
        saved={savedWords[saved]}
      />
      <NumberField
        {...common('copies')}
        unit={fields.copies.unit}
        value={typeof form.copies === 'number' ? form.copies : undefined}
        onChange={set('copies')}
      />
      {choice('written')}
      {(errors.notGuarantee || text('notGuarantee') !== '') && (
        <TextField
          {...common('notGuarantee')}
          value={text('notGuarantee')}
          maxLength={fields.notGuarantee.max}
          onChange={set('notGuarantee')}
        />
      )}
      <LocalPhotos
        {...{ id: 'papers', label: '文件的照片', error: errors.papers }}
        note="可以不拍"
        photos={photos}
        max={fields.papers.max ?? 9}
        onAdd={(added) => setPhotos([...photos, ...added])}
        onRemove={(id) => setPhotos(photos.filter((photo) => photo.id !== id))}
      />
    </>
  )
}
