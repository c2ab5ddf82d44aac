import { titleOf } from '@shared/engine/open'
import { workflowOf } from '@shared/workflows/index'
import { View } from '@tarojs/components'
import type { Draft } from '../../api/drafts'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { textOf } from './form'

export type PreviewProps = { draft: Draft; forOther: boolean; category?: string; surname: string }

/** 别人看到的样子, before anything is sent. */
export function Preview({ draft, forOther, category, surname }: PreviewProps) {
  const [text, visibility, place, wish] = ['text', 'visibility', 'place', 'wish'].map((name) =>
    textOf(draft, name).trim(),
  )
  if (!text || !visibility) return null
  const you = forOther ? '他' : '您'
  if (visibility === 'office')
    return (
      <Card title="别人看到的样子">
        <View className="mw-second">
          {`乡亲们看不到这件事，也不知道${you}说过。村干部和镇里办事的人看得到，知道是${you}说的。办完只公开结果，不写是谁提的。${forOther ? '' : '谁哪天打开看过，会记下来给您看。'}`}
        </View>
      </Card>
    )
  const named = !forOther && draft.form.nameShown === 'surname'
  const seconds = draft.voice?.[0]?.seconds
  const items = [
    { term: '标题', words: titleOf(workflowOf('request')!, draft.form) },
    { term: '谁说的', words: named ? `${surname}**` : '一位村民' },
    ...(category ? [{ term: '哪一类', words: category }] : []),
    ...(place ? [{ term: '地方', words: place }] : []),
    ...(wish ? [{ term: '想怎么办', words: wish }] : []),
    ...(draft.photos.length > 0 ? [{ term: '照片', words: `${draft.photos.length}张` }] : []),
    ...(seconds ? [{ term: '语音', words: `${seconds}秒，熟人听得出是谁` }] : []),
  ]
  return (
    <Card title="别人看到的样子" end="全村看得到">
      <Definitions layout="rows" items={items} />
      <View className="raise-said">“{text}”</View>
      <View className="mw-meta">{`村干部和镇里办事的人知道是${you}说的，好给${you}回话。`}</View>
    </Card>
  )
}
