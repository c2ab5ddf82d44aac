import { catalogueItem } from '@shared/catalogue'
import type { Workflow } from '@shared/engine/workflow'
import { periodName } from '@shared/period'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { factsOf } from './fields'

/** What is asked, and of what: a notice, one row of it, something that is missing, or how someone does their duty. */
export function QuestionHead({ view, workflow, today }: { view: CaseView; workflow: Workflow; today: string }) {
  const { fields, links, log } = view
  const who = log.find((e) => e.step === 'open')?.who ?? '一位村民'
  const row = typeof fields.row === 'number' ? `第${fields.row}笔` : undefined
  const facts = factsOf(workflow, fields, ['whom', 'basis'], today)
  const joined = log.filter((e) => e.aside === 'join').length
  return (
    <>
      {links.about && (
        <Card flush title="问的是这一份">
          <Row
            icon="file"
            title={links.about.title}
            detail={[row, links.about.number].filter(Boolean).join(' · ')}
            onPress={() => go(routes.case(links.about!.id))}
          />
        </Card>
      )}
      {!links.about && typeof fields.item === 'string' && (
        <Card title="问的是这一项">
          <Definitions
            layout="rows"
            items={[
              { term: '哪一项', words: catalogueItem(fields.item)?.title ?? fields.item },
              ...(typeof fields.period === 'string' ? [{ term: '哪一期', words: periodName(fields.period) }] : []),
            ]}
          />
        </Card>
      )}
      <Card title={`${who}问`}>
        {facts.length > 0 && <Definitions layout="rows" items={facts} />}
        <View className="mw-pre case-question">
          {typeof fields.question === 'string' ? fields.question : view.title}
        </View>
      </Card>
      {view.step === 'joining' && (
        <Note>{`已经有${joined + 1}人联名${joinNeeds[fields.basis as string] ?? ''}。人数够了，由提出的人提交。`}</Note>
      )}
    </>
  )
}

const joinNeeds: Record<string, string> = {
  representatives: '，要五名以上村民代表',
  voters: '，要十分之一以上有选举权的村民',
}
