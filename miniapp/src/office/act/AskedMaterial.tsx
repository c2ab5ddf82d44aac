import { catalogueItem } from '@shared/catalogue'
import { periodName } from '@shared/period'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useCall } from '../../api/useCall'
import { Card, Stack } from '../../components/Card'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { SheetRow } from '../form/sheet/SheetRows'
import '../form/sheet/sheet.scss'

/** What was asked, of which notice, and the row that it is about. */
export function AskedMaterial({ view }: { view: CaseView }) {
  const { fields, links } = view
  const row = typeof fields.row === 'number' ? fields.row : undefined
  const item = catalogueItem(String(fields.item))
  return (
    <>
      <Card title="问的是什么" end={row ? `问第${row}行` : undefined}>
        <Stack>
          <View className="mw-pre">{String(fields.question ?? '')}</View>
          {links.about && row !== undefined && <AskedRow of={links.about.id} no={row} />}
          {!links.about && item && (
            <View className="mw-second">
              问的是“{item.title}”{typeof fields.period === 'string' ? periodName(fields.period) : ''}的公开。
            </View>
          )}
        </Stack>
      </Card>
      {links.about && (
        <Card flush>
          <Row
            icon="board"
            title={links.about.title}
            detail={`问的是这一份 · ${links.about.number}`}
            onPress={() => go(routes.case(links.about!.id))}
          />
        </Card>
      )}
    </>
  )
}

function AskedRow({ of, no }: { of: string; no: number }) {
  const { answer } = useCall('rows', { params: { id: of }, query: { limit: 1, after: String(no - 1) } })
  const found = answer?.rows.find((row) => row.no === no)
  return answer && found ? <SheetRow columns={answer.columns} row={found} /> : null
}
