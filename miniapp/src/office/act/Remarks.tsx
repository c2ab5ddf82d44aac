import type { CaseView } from '@shared/schemas/views'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { toCheck } from './findings'

/**
 * 系统提醒核对: what was pointed at in earlier entries, for whoever acts next, such as a photo that another case has too, with its
 * number. Nothing where nothing was pointed at; to villagers none of it is sent.
 */
export function Remarks({ view }: { view: CaseView }) {
  const told = toCheck(view)
  if (told.length === 0) return null
  return (
    <Card title="系统提醒核对">
      <Stack>
        {told.map(({ title, says }) => (
          <Note key={says} tone="zhe">
            {title}：{says}
          </Note>
        ))}
      </Stack>
    </Card>
  )
}
