import { titleOf } from '@shared/engine/open'
import { fieldsOf } from '@shared/schemas/stepForms'
import { workflowOf } from '@shared/workflows/index'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Draft } from '../../api/drafts'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { ChoiceField } from '../../components/ChoiceField'
import { Definitions } from '../../components/Definitions'
import type { IconName } from '../../components/Icon'
import { PhotoField } from '../../components/PhotoField'
import { LongTextField, TextField } from '../../components/TextField'
import { openPictures } from '../../platform/openFile'
import { addressOf, choosePhotos, dropLocal } from '../../platform/photos'
import { personalDataIn } from './personalData'

export type RequestFormProps = {
  draft: Draft
  onChange: (draft: Draft) => void
  saved: '' | 'saved' | 'full'
  /** by the name of the field */
  errors: Readonly<Record<string, string>>
  surname: string
}

const icons: Record<string, IconName> = {
  road: 'road',
  utilities: 'lamp',
  environment: 'leaf',
  housing: 'house',
  dispute: 'hands',
  relief: 'heart',
  assets: 'coins',
  other: 'more',
}

const fields = Object.fromEntries(fieldsOf('raised').map((field) => [field.name, field]))
const choices = (name: string) =>
  (fields[name].options ?? []).map(({ value, label, help }) => ({
    value,
    words: label,
    detail: help,
    icon: icons[value],
  }))
const options = { category: choices('category'), visibility: choices('visibility'), nameShown: choices('nameShown') }
const savedWords = { '': undefined, saved: '已帮您存好草稿', full: '手机存不下了，草稿没存上' }

/** 说事的表: words, limits and choices come from the form itself. */
export function RequestForm({ draft, onChange, saved, errors, surname }: RequestFormProps) {
  const { form, photos } = draft
  const text = (name: string) => (typeof form[name] === 'string' ? (form[name] as string) : '')
  const set = (name: string) => (value: string) => onChange({ ...draft, form: { ...form, [name]: value } })
  const shown = usePhotos(photos)
  const found = personalDataIn(`${text('text')}\n${text('place')}\n${text('wish')}`)
  const most = fields.photos.max ?? 9
  const add = async () => {
    const chosen = await choosePhotos(most - photos.length)
    if (chosen.length) onChange({ ...draft, photos: [...photos, ...chosen] })
  }
  const remove = (id: string) => {
    onChange({ ...draft, photos: photos.filter((photo) => photo.id !== id) })
    void dropLocal({ id }).catch(() => undefined)
  }
  return (
    <>
      <LongTextField
        id="text"
        {...{ label: fields.text.label, help: fields.text.help }}
        value={text('text')}
        onChange={set('text')}
        maxLength={fields.text.max}
        saved={savedWords[saved]}
        error={errors.text}
      />
      {found.length > 0 && (
        <Note tone="zhe">里面好像有{found.join('和')}。别人看得到，最好删掉；村里要联系您，登录时的信息就够了。</Note>
      )}
      <ChoiceField
        {...{ id: 'category', label: fields.category.label, options: options.category, layout: 'grid' }}
        value={text('category')}
        onChange={set('category')}
        error={errors.category}
      />
      <PhotoField
        {...{ id: 'photos', label: fields.photos.label, note: fields.photos.help, max: most }}
        photos={shown}
        onAdd={() => void add()}
        onRemove={remove}
        onOpen={(id) =>
          openPictures(
            shown.map((p) => p.src),
            shown.findIndex((p) => p.id === id),
          )
        }
        error={errors.photos}
      />
      <TextField
        {...{ id: 'place', label: fields.place.label, note: '可以不填', icon: 'pin', maxLength: fields.place.max }}
        value={text('place')}
        onChange={set('place')}
        error={errors.place}
      />
      <TextField
        {...{ id: 'wish', label: fields.wish.label, note: '可以不填', maxLength: fields.wish.max }}
        value={text('wish')}
        onChange={set('wish')}
        error={errors.wish}
      />
      <ChoiceField
        {...{ id: 'visibility', label: fields.visibility.label, options: options.visibility }}
        value={text('visibility')}
        onChange={set('visibility')}
        error={errors.visibility}
      />
      {text('visibility') === 'villagers' && (
        <ChoiceField
          {...{ id: 'nameShown', label: fields.nameShown.label, options: options.nameShown }}
          value={text('nameShown') || 'hidden'}
          onChange={set('nameShown')}
        />
      )}
      <Preview form={form} photos={photos.length} surname={surname} />
    </>
  )
}

/** 别人看到的样子, before anything is sent. */
function Preview({ form, photos, surname }: { form: Draft['form']; photos: number; surname: string }) {
  if (typeof form.text !== 'string' || form.text.trim() === '' || !form.visibility) return null
  if (form.visibility === 'office')
    return (
      <Card title="别人看到的样子">
        <View className="mw-second">
          乡亲们看不到这件事，也不知道您说过。村干部和镇里办事的人看得到，知道是您说的。办完只公开结果，不写是谁提的。
        </View>
      </Card>
    )
  const items = [
    { term: '标题', words: titleOf(workflowOf('request')!, form) },
    { term: '谁说的', words: form.nameShown === 'surname' ? `${surname}**` : '一位村民' },
    ...(typeof form.place === 'string' && form.place ? [{ term: '地方', words: form.place }] : []),
    ...(photos > 0 ? [{ term: '照片', words: `${photos}张` }] : []),
  ]
  return (
    <Card title="别人看到的样子" end="全村看得到">
      <Definitions layout="rows" items={items} />
      <View className="raise-said">“{form.text.trim()}”</View>
      <View className="mw-meta">村干部和镇里办事的人知道是您说的，好给您回话。</View>
    </Card>
  )
}

/** Photos of a draft with addresses that can be shown. */
function usePhotos(photos: Draft['photos']) {
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({})
  const missing = photos.filter((photo) => !addresses[photo.id])
  const wanted = missing.map((photo) => photo.id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only photos without an address are looked up
  useEffect(() => {
    for (const photo of missing)
      void addressOf(photo)
        .then((address) => address && setAddresses((before) => ({ ...before, [photo.id]: address })))
        .catch(() => undefined)
  }, [wanted])
  return photos.map(({ id }) => ({ id, src: addresses[id] ?? '' }))
}
