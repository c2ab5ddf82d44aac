import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { instantWords } from '../../words'

/** What others put on record while the form was open. */
export function Changed({ view, since, today }: { view: CaseView; since: number; today: string }) {
  const entries = view.log.filter(({ no }) => no > since)
  return (
    <>
      <Note tone="zhe">别人刚刚办过这件事。请看过下面新记的，再决定要不要交。您填的都还在。</Note>
      <Card title="刚刚新记的">
        {entries.map((entry) => (
          <View key={entry.no} className="mw-entry">
            <View className="mw-strong">
              {entry.title}
              {entry.says ? `：${entry.says}` : ''}
            </View>
            <View className="mw-meta">
              {instantWords(entry.at, today)} {entry.who}
            </View>
          </View>
        ))}
      </Card>
    </>
  )
}
