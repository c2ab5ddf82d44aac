import type { Rule, Standing } from '@shared/engine/workflow'
import { View } from '@tarojs/components'
import { Chip } from './Chip'

const standings: Record<Standing, string> = { law: '法律', party: '党规', local: '当地做法', ours: '本系统建议' }

/** Why it is done this way: the rule in words people know, its source, and how binding it is. */
export function RuleNote({ says, source, standing }: Rule) {
  return (
    <View className="mw-rule">
      <View>{says}</View>
      <View className="mw-rule-source">
        <Chip kind="line" icon={standing === 'ours' ? 'info' : 'shield'} words={standings[standing]} />
        {source !== standings[standing] && <View className="mw-meta">{source}</View>}
      </View>
    </View>
  )
}
