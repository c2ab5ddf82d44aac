import type { CaseView } from '@shared/schemas/views'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Photos } from '../../components/PhotoField'
import { photoOf } from '../../pages/case/Evidence'
import { Papers } from '../../pages/case/Papers'
import { openPictures } from '../../platform/openFile'

export type FilesCardProps = {
  title: string
  view: CaseView
  /** the field that holds them */
  field: string
  /** what is said where there are none, if nothing else says it */
  none?: string
}

/** What was handed in with it: pictures large enough to be recognised, papers by name. */
export function FilesCard({ title, view, field, none }: FilesCardProps) {
  const ids = Array.isArray(view.fields[field]) ? (view.fields[field] as string[]) : []
  const files = view.files.filter(({ id }) => ids.includes(id))
  if (files.length === 0) return none ? <Note tone="zhe">{none}</Note> : null
  const photos = files.filter(({ type }) => type.startsWith('image/'))
  const papers = files.filter((file) => !photos.includes(file))
  const open = (id: string) =>
    openPictures(
      photos.map(({ url }) => url),
      photos.findIndex((photo) => photo.id === id),
    )
  return (
    <Card title={title} end={`${files.length}份`}>
      {photos.length > 0 && <Photos photos={photos.map(photoOf)} across={3} onOpen={open} />}
      {papers.length > 0 && <Papers files={papers} />}
    </Card>
  )
}
