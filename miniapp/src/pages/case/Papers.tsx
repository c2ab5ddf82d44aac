import type { FileView } from '@shared/schemas/views'
import { FileLinks } from '../../components/Row'
import { openPaper, openPictures } from '../../platform/openFile'

const sizeWords = (bytes: number) =>
  bytes >= 1_048_576 ? `${(bytes / 1_048_576).toFixed(1)}MB` : `${Math.max(1, Math.round(bytes / 1024))}KB`

/** 附件: pictures open large, papers in the phone's own viewer. */
export function Papers({ files }: { files: readonly FileView[] }) {
  const isPicture = (file: FileView) => file.type.startsWith('image/')
  const open = (id: string) => {
    const file = files.find((f) => f.id === id)!
    if (isPicture(file)) openPictures([file.url], 0)
    else void openPaper(file.url)
  }
  return (
    <FileLinks
      files={files.map((f) => ({
        id: f.id,
        name: f.name,
        detail: `${isPicture(f) ? '照片' : 'PDF'} · ${sizeWords(f.bytes)}`,
        kind: isPicture(f) ? 'image' : 'file',
      }))}
      onOpen={open}
    />
  )
}
