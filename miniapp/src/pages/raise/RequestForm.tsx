import type { Category } from '@shared/requestCategories'
import type { Draft } from '../../api/drafts'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ChoiceField } from '../../components/ChoiceField'
import type { IconName } from '../../components/Icon'
import { LongTextField, TextField } from '../../components/TextField'
import { RecordField } from '../../screen/RecordField'
import { type Errors, fields, textOf } from './form'
import { LocalPhotos } from './LocalPhotos'
import { Pointed } from './Pointed'

export type RequestFormProps = {
  draft: Draft
  /** changes the newest draft, also when a photo or recording was begun earlier and ends only now */
  onChange: (change: (draft: Draft) => Draft) => void
  saved: '' | 'saved' | 'full'
  errors: Errors
  /** the county's list */
  categories: readonly Category[]
  forOther: boolean
  /** open requests that are like this one, and what leads to them */
  similar: { many: number; onGo: () => void }
}

const icons: Record<string, IconName> = {
  ...{ road: 'road', utilities: 'lamp', environment: 'leaf', housing: 'house' },
  ...{ dispute: 'hands', relief: 'heart', assets: 'coins', other: 'more' },
}

const choices = (name: string) =>
  (fields[name].options ?? []).map(({ value, label, help }) => ({ value, words: label, detail: help }))
const visibility = choices('visibility')
const forAnother = visibility.map((one) => ({ ...one, detail: one.detail?.replace('您', '他') }))
const nameShown = choices('nameShown')
const savedWords = { '': undefined, saved: '已帮您存好草稿', full: '手机存不下了，草稿没存上' }

/** 说事的表. */
export function RequestForm({ draft, onChange, saved, errors, categories, forOther, similar }: RequestFormProps) {
  const put = (name: string) => (value: string) => onChange((now) => ({ ...now, form: { ...now.form, [name]: value } }))
  const text = (name: string) => textOf(draft, name)
  const isPublic = text('visibility') !== 'office'
  const short = (name: 'place' | 'wish') => ({
    ...{ id: name, label: fields[name].label, note: '可以不填', maxLength: fields[name].max },
    ...{ value: text(name), onChange: put(name), error: errors[name] },
  })
  const options = categories.map(({ value, label }) => ({ value, words: label, icon: icons[value] ?? 'more' }))
  return (
    <>
      <LongTextField
        {...{ id: 'text', label: fields.text.label, help: fields.text.help, maxLength: fields.text.max }}
        {...{ value: text('text'), onChange: put('text'), saved: savedWords[saved], error: errors.text }}
      />
      {isPublic && <Pointed text={text('text')} />}
      {similar.many > 0 && (
        <Note tone="dai">
          {`村里有${similar.many}件差不多的事正在办。`}
          <Link words="看是不是同一件" onPress={similar.onGo} />
        </Note>
      )}
      <RecordField
        {...{ id: 'voice', label: fields.voice.label, note: fields.voice.help, error: errors.voice }}
        value={draft.voice?.[0]}
        onChange={(voice) => onChange((now) => ({ ...now, voice: voice ? [voice] : undefined }))}
      />
      <ChoiceField
        {...{ id: 'category', label: fields.category.label, options, layout: 'grid', error: errors.category }}
        value={text('category')}
        onChange={put('category')}
      />
      <LocalPhotos
        {...{ id: 'photos', label: fields.photos.label, note: fields.photos.help, error: errors.photos }}
        {...{ photos: draft.photos, max: fields.photos.max ?? 9 }}
        onAdd={(more) => onChange((now) => ({ ...now, photos: [...now.photos, ...more].slice(0, fields.photos.max) }))}
        onRemove={(id) => onChange((now) => ({ ...now, photos: now.photos.filter((photo) => photo.id !== id) }))}
      />
      <TextField {...short('place')} icon="pin" />
      {isPublic && <Pointed text={text('place')} />}
      <TextField {...short('wish')} />
      {isPublic && <Pointed text={text('wish')} />}
      <ChoiceField
        {...{ id: 'visibility', label: fields.visibility.label, error: errors.visibility }}
        options={forOther ? forAnother : visibility}
        value={text('visibility')}
        onChange={put('visibility')}
      />
      {text('visibility') === 'villagers' && !forOther && (
        <ChoiceField
          {...{ id: 'nameShown', label: fields.nameShown.label, options: nameShown }}
          value={text('nameShown') || 'hidden'}
          onChange={put('nameShown')}
        />
      )}
    </>
  )
}
