import { Note } from '../../components/Chip'
import { FileLinks } from '../../components/Row'
import { canSaveText } from '../../platform/saveText'
import type { useFile } from './useFile'

const fileWords = canSaveText()
  ? '文件会存到这台设备的“下载”里。'
  : '会复制一个地址，十分钟内在电脑上打开，就存下来了。'

/** What has come of asking for a file: a link to it, or why there is none and what to do; `words`: what opening it does. */
export function WrittenFile({ of, words = fileWords }: { of: ReturnType<typeof useFile>; words?: string }) {
  const { file, refused, opened, open } = of
  if (refused) return <Note tone="jiang">没有做成。{refused.says}</Note>
  if (!file) return null
  const rows = file.rows === undefined ? '做好了' : `${file.rows}行`
  return (
    <>
      <FileLinks files={[{ id: file.url, name: file.name, detail: rows }]} onOpen={() => void open(file)} />
      <Note tone={opened ? 'song' : 'dai'}>{opened ? `好了。${words}` : `点上面的名字打开。${words}`}</Note>
    </>
  )
}
