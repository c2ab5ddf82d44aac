import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { Button, IconButton } from '../../components/Button'
import { type FieldProps, Field as Labelled } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { PhotoField } from '../../components/PhotoField'
import { openPictures } from '../../platform/openFile'
import { addressOf, choosePapers, choosePhotos, dropLocal } from '../../platform/photos'
import type { Attached } from './typed'

export type AttachFieldProps = FieldProps & {
  kind: 'photos' | 'files'
  attached: readonly Attached[]
  max: number
  onChange: (attached: readonly Attached[]) => void
  /** where files that the case already has are to be seen */
  sources: Readonly<Record<string, { name: string; url: string }>>
}

const keyOf = (one: Attached) => (typeof one === 'string' ? one : one.id)

/** Photos as pictures, papers by name. They are sent together with the form. */
export function AttachField({ kind, attached, max, onChange, sources, ...field }: AttachFieldProps) {
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({})
  const local = attached.flatMap((one) => (typeof one === 'string' ? [] : [one.id])).join(' ')

  useEffect(() => {
    let here = true
    for (const id of local.split(' ').filter(Boolean))
      void addressOf({ id })
        .catch(() => undefined)
        .then((address) => here && address && setAddresses((before) => ({ ...before, [id]: before[id] ?? address })))
    return () => {
      here = false
    }
  }, [local])

  const add = async () => {
    const left = max - attached.length
    const chosen = await (kind === 'photos' ? choosePhotos(left) : choosePapers(left))
    if (chosen.length > 0) onChange([...attached, ...chosen])
  }
  const remove = (key: string) => {
    onChange(attached.filter((one) => keyOf(one) !== key))
    if (attached.some((one) => typeof one !== 'string' && one.id === key))
      void dropLocal({ id: key }).catch(() => undefined)
  }
  const nameOf = (one: Attached, i: number) =>
    (typeof one === 'string' ? sources[one]?.name : one.name) ?? `附件${i + 1}`

  if (kind === 'photos') {
    const photos = attached.map((one) => ({
      id: keyOf(one),
      src: typeof one === 'string' ? (sources[one]?.url ?? '') : (addresses[one.id] ?? ''),
    }))
    const look = (id: string) =>
      openPictures(
        photos.map((photo) => photo.src),
        photos.findIndex((photo) => photo.id === id),
      )
    return <PhotoField {...field} photos={photos} max={max} onAdd={() => void add()} onRemove={remove} onOpen={look} />
  }
  return (
    <Labelled {...field} role="group">
      {attached.map((one, i) => (
        <View key={keyOf(one)} className="mw-paper">
          <Icon name="file" />
          <View className="mw-paper-name">{nameOf(one, i)}</View>
          <IconButton icon="trash" label={`删掉${nameOf(one, i)}`} onPress={() => remove(keyOf(one))} />
        </View>
      ))}
      {attached.length < max && (
        <Button kind="second" icon="plus" small onPress={() => void add()}>
          加附件
        </Button>
      )}
    </Labelled>
  )
}
