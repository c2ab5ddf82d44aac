import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Card, Stack } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { factsOf } from './fields'

// Of 督办, 约谈 and 重点帮扶: what was written when it began, and the days that were set.
const heads: Readonly<Record<string, { title: string; prose: readonly string[]; facts: readonly string[] }>> = {
  督: { title: '督办要求', prose: ['reason'], facts: ['replyBy'] },
  谈: { title: '约谈', prose: ['reason'], facts: ['summoned', 'meetOn', 'meetAt', 'meetPlace'] },
  帮: { title: '为什么列入，怎么帮', prose: ['reason', 'plan'], facts: ['notedOn', 'finishBy'] },
}

/** What is demanded or planned, at the head of what the township has begun; nothing of any other case. */
export function Demand({ view, workflow, today }: { view: CaseView; workflow: Workflow; today: string }) {
  const head = heads[workflow.mark]
  if (!head) return null
  const prose = factsOf(workflow, view.fields, head.prose, today)
  const facts = factsOf(workflow, view.fields, head.facts, today)
  return (
    <Card title={head.title}>
      <Stack>
        {prose.map(({ term, words }) => (
          <View key={term} className="mw-pre case-question">
            {words}
          </View>
        ))}
        {facts.length > 0 && <Definitions layout="rows" items={facts} />}
      </Stack>
    </Card>
  )
}
