import type { ReportView } from '@shared/schemas/monitorViews'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { printWords } from '../../platform/printPage'
import { useFile } from './useFile'
import { WrittenFile } from './WrittenFile'

/** The report on paper, and as a workbook. */
export function Writing({ view: { township, village, period } }: { view: ReportView }) {
  const file = useFile()
  const ask = (as: 'print' | 'xlsx') =>
    file.ask(as, () => call('writeReport', { body: { township, ...(village && { village }), period, as } }), true)
  return (
    <Card title="打印和做表格">
      <Stack>
        <Button
          kind="second"
          block
          icon="print"
          busy={file.busy === 'print'}
          busyWords="正在排版…"
          onPress={() => void ask('print')}
        >
          打印
        </Button>
        <Button
          kind="second"
          block
          icon="download"
          busy={file.busy === 'xlsx'}
          busyWords="正在做表格…"
          onPress={() => void ask('xlsx')}
        >
          做成表格
        </Button>
        <WrittenFile of={file} words={file.asked === 'print' ? printWords : undefined} />
      </Stack>
    </Card>
  )
}
