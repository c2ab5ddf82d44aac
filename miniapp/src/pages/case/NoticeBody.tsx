import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Papers } from './Papers'
import { Rows } from './Rows'
import { Statement } from './Statement'

/** What a notice says: in plain words, its list or its accounts, the text, the papers. */
export function NoticeBody({ view, onAsk }: { view: CaseView; onAsk?: (row?: number) => void }) {
  const { fields, sheet } = view
  const ids = Array.isArray(fields.attachments) ? (fields.attachments as string[]) : []
  const papers = view.files.filter((f) => ids.includes(f.id))
  const summary = typeof fields.summary === 'string' && (
    <Card title="大白话说一遍">
      <View className="mw-pre">{fields.summary}</View>
    </Card>
  )
  return (
    <>
      {sheet?.kind === 'statement' ? (
        <Statement {...{ view, sheet, onAsk }}>{summary}</Statement>
      ) : (
        <>
          {summary}
          {sheet && <Rows id={view.id} {...{ sheet, onAsk }} />}
        </>
      )}
      {typeof fields.body === 'string' && (
        <Card title="内容">
          <View className="mw-pre">{fields.body}</View>
        </Card>
      )}
      {papers.length > 0 && (
        <Card title="附件" end={`${papers.length}份`}>
          <Papers files={papers} />
        </Card>
      )}
    </>
  )
}
