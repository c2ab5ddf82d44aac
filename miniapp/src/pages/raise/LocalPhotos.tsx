import { useState } from 'react'
import { Note } from '../../components/Chip'
import type { FieldProps } from '../../components/Field'
import { PhotoField } from '../../components/PhotoField'
import { dropLocal, type LocalFile } from '../../platform/localFile'
import { openPictures } from '../../platform/openFile'
import { choosePhotos } from '../../platform/photos'
import { useAddresses } from './useAddresses'

export type LocalPhotosProps = FieldProps & {
  photos: readonly LocalFile[]
  max: number
  onAdd: (photos: readonly LocalFile[]) => void
  onRemove: (id: string) => void
  addWords?: string
}

/** Photos that stay on this phone until they are sent. One too many is refused in words. */
export function LocalPhotos({ photos, max, onAdd, onRemove, ...field }: LocalPhotosProps) {
  const [extra, setExtra] = useState(0)
  const shown = useAddresses(photos)
  const add = async () => {
    setExtra(0)
    const chosen = await choosePhotos(max - photos.length, setExtra)
    if (chosen.length) onAdd(chosen)
  }
  const remove = (id: string) => {
    setExtra(0)
    onRemove(id)
    void dropLocal({ id }).catch(() => undefined)
  }
  const open = (id: string) =>
    openPictures(
      shown.map(({ src }) => src),
      shown.findIndex((photo) => photo.id === id),
    )
  const full = photos.length >= max ? `已经有${max}张，放满了。要换就先删掉一张。` : ''
  return (
    <>
      <PhotoField {...field} max={max} photos={shown} onAdd={() => void add()} onRemove={remove} onOpen={open} />
      {extra > 0 ? (
        <Note tone="zhe">
          最多{max}张，多选的{extra}张没有放进来。
        </Note>
      ) : (
        full !== '' && <Note tone="hui">{full}</Note>
      )}
    </>
  )
}
