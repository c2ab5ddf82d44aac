import type { CaseView } from '@shared/schemas/views'

/** 2张照片正在核对: how much has been sent that others can't see or hear yet; nothing where nothing waits. */
export function waitingWords({ waitingFiles, files }: Pick<CaseView, 'waitingFiles' | 'files'>): string | undefined {
  if (!waitingFiles) return undefined
  const told = files.filter((f) => f.waits)
  const of = (kind: string) => told.filter((f) => f.type.startsWith(kind)).length
  const [photos, voices] = [of('image/'), of('audio/')]
  const what =
    photos + voices === waitingFiles
      ? [photos && `${photos}张照片`, voices && `${voices}段录音`].filter(Boolean).join('、')
      : `${waitingFiles}份照片或录音`
  return `${what}正在核对，核对后大家能看到。`
}
