import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { sendFile } from '../../api/files'
import { Button, IconButton } from '../../components/Button'
import { Status } from '../../components/Chip'
import { type FieldProps, Field as Labelled } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { PhotoField } from '../../components/PhotoField'
import { Pressable } from '../../components/Pressable'
import { addressOf, dropLocal, type LocalFile } from '../../platform/localFile'
import { openPictures } from '../../platform/openFile'
import { choosePapers, choosePhotos } from '../../platform/photos'
import { scanned, scanWords } from './scan'
import type { Attached } from './typed'

export type AttachFieldProps = FieldProps & {
  kind: 'photos' | 'files'
  attached: readonly Attached[]
  max: number
  onChange: (attached: readonly Attached[]) => void
  /** what is attached now, also for an upload that was begun earlier */
  latest: () => readonly Attached[]
  /** where files that the case already has are to be seen */
  sources: Readonly<Record<string, { name: string; url: string }>>
}

// the button round a picture says which it is
const unnamed = { alt: '' }
const keyOf = (one: Attached) => (typeof one === 'string' ? one : one.id)

/** Photos as pictures; papers, also photographed, by name: these are sent at once and looked into, the rest with the form. */
export function AttachField({ kind, attached, max, onChange, latest, sources, ...field }: AttachFieldProps) {
  const [extra, setExtra] = useState(0)
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

  const add = async (what: 'photos' | 'papers') => {
    const left = max - attached.length
    setExtra(0)
    const chosen = await (what === 'photos' ? choosePhotos(left, setExtra) : choosePapers(left))
    if (chosen.length === 0) return
    onChange([...latest(), ...chosen])
    if (kind === 'files') for (const one of chosen) await look(one)
  }
  const note = (id: string, more: Partial<Exclude<Attached, string>>) => {
    const now = latest()
    if (now.some((one) => keyOf(one) === id))
      onChange(now.map((one) => (typeof one !== 'string' && one.id === id ? { ...one, ...more } : one)))
  }
  const look = async (one: LocalFile) => {
    const { answer } = await sendFile(one)
    if (!answer) return
    note(one.id, { fileId: answer.id })
    const scan = await scanned(answer.id)
    if (scan) note(one.id, { scan })
  }
  const remove = (key: string) => {
    onChange(attached.filter((one) => keyOf(one) !== key))
    if (attached.some((one) => typeof one !== 'string' && one.id === key))
      void dropLocal({ id: key }).catch(() => undefined)
  }
  const nameOf = (one: Attached, i: number) =>
    (typeof one === 'string' ? sources[one]?.name : one.name) ?? `附件${i + 1}`
  const isPicture = (one: Attached): one is Exclude<Attached, string> =>
    typeof one !== 'string' && (one.type?.startsWith('image/') ?? false)

  if (kind === 'photos') {
    const photos = attached.map((one) => ({
      id: keyOf(one),
      src: typeof one === 'string' ? (sources[one]?.url ?? '') : (addresses[one.id] ?? ''),
    }))
    const enlarge = (id: string) =>
      openPictures(
        photos.map((photo) => photo.src),
        photos.findIndex((photo) => photo.id === id),
      )
    return (
      <PhotoField
        {...field}
        error={field.error ?? (extra > 0 ? `最多${max}张，多选的${extra}张没有加上。` : undefined)}
        photos={photos}
        max={max}
        onAdd={() => void add('photos')}
        onRemove={remove}
        onOpen={enlarge}
      />
    )
  }
  return (
    <Labelled
      {...field}
      error={field.error ?? (extra > 0 ? `最多${max}份，多选的${extra}张没有加上。` : undefined)}
      role="group"
    >
      {attached.map((one, i) => (
        <View key={keyOf(one)}>
          <View className="mw-paper">
            {isPicture(one) && addresses[one.id] ? (
              <Pressable label={`看大图：${nameOf(one, i)}`} onPress={() => openPictures([addresses[one.id]], 0)}>
                <Image className="mw-paper-thumb" src={addresses[one.id]} mode="aspectFill" nativeProps={unnamed} />
              </Pressable>
            ) : (
              <Icon name="file" />
            )}
            <View className="mw-paper-name">{nameOf(one, i)}</View>
            <IconButton icon="trash" label={`删掉${nameOf(one, i)}`} onPress={() => remove(keyOf(one))} />
          </View>
          {typeof one !== 'string' && one.scan && (
            <View className="mw-paper-scan">
              <Status {...scanWords(one.scan)} />
            </View>
          )}
        </View>
      ))}
      {attached.length < max && (
        <View className="mw-field-tools">
          <Button kind="second" icon="camera" small onPress={() => void add('photos')}>
            拍照片
          </Button>
          <Button kind="second" icon="plus" small onPress={() => void add('papers')}>
            加附件
          </Button>
        </View>
      )}
    </Labelled>
  )
}
