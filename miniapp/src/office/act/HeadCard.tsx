import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { heading } from '../../components/aria'
import { Card } from '../../components/Card'
import { MiniProgress, Seal } from '../../components/Seal'
import { dueChip } from '../dueChip'
import '../form/form.scss'

// More seals than that don't fit beside each other on a phone.
const mostSeals = 9

/** What is being done on which case, how far it is, and by when. */
export function HeadCard({ view, aside, today }: { view: CaseView; aside?: string; today: string }) {
  const at = view.path.findIndex(({ state }) => state === 'now' || state === 'late')
  const now = view.path[at]
  const seals = merged(view.path)
  const shown = around(
    seals,
    seals.findIndex(({ state }) => state === 'now' || state === 'late'),
  )
  const due = view.dueOn ? ` · ${dueChip(view.dueOn, today).words}` : ''
  const where = now ? `第${at + 1}步 ${now.title}` : '已经结束'
  return (
    <Card>
      <View className="mw-act-head">
        {now && <Seal char={now.seal} state={now.state} />}
        <View>
          <View className="mw-h2" {...heading(2)}>
            {view.title}
          </View>
          <View className="mw-meta">{aside ? `${view.number} · ${where}` : `${where}${due}`}</View>
        </View>
      </View>
      {shown.length > 1 && (
        <View className="mw-act-strip">
          <MiniProgress
            stretch
            steps={shown.map(({ seal, state }) => ({ char: seal, state }))}
            label={now ? `共${view.path.length}步，正在第${at + 1}步：${now.title}` : `${view.path.length}步都走完了`}
          />
        </View>
      )}
    </Card>
  )
}

/** Steps beside each other with the same seal are one stamp: 决议公开 and its 公示. */
const merged = (path: CaseView['path']): CaseView['path'] =>
  path.flatMap((node, i) => {
    if (path[i + 1]?.seal !== node.seal) {
      const before = path[i - 1]?.seal === node.seal ? path[i - 1].state : node.state
      return [{ ...node, state: node.state === 'todo' && before !== 'done' ? before : node.state }]
    }
    return []
  })

const around = (path: CaseView['path'], at: number): CaseView['path'] => {
  if (path.length <= mostSeals) return path
  const from = Math.min(Math.max(at - 4, 0), path.length - mostSeals)
  return path.slice(from, from + mostSeals)
}
