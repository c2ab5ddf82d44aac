import { bodyName, matterTopic } from '@shared/matterTopics'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { CaseView } from '@shared/schemas/views'
import type { Markup } from '../print/frame'
import { dayWords } from '../print/paperWords'
import { type Box, boxesOf, formTable, valueWords } from './boxes'
import { partOf } from './parts'

const ends: Readonly<Record<string, string>> = { failed: '没有通过', withdrawn: '已经撤回' }

/** What it is, where it came from, which body decides by which law, what is planned and what it costs. */
export const basicsPart = (view: CaseView): Markup => {
  const { fields, links, log } = view
  const topic = matterTopic(fields.topic)
  const opened = log[0].values
  const now = view.path.find((n) => n.state === 'now' || n.state === 'late')
  const say = (form: string, name: string, value = fields[name]) => {
    const field = fieldsOf(form).find((f) => f.name === name)
    return field && valueWords(field, value)
  }
  const came = [links.from, links.about].filter((l) => l !== undefined)
  const boxes: readonly (Box | false)[] = [
    { label: '编号', words: view.number },
    { label: '提出日期', words: dayWords(view.openedOn) },
    { label: '事项', words: view.title, wide: true },
    { label: '关于什么', words: topic?.label },
    { label: '由谁决定', words: bodyName(view.workflow) },
    ...(topic ? [{ label: '依据', words: `${topic.rule.says}（${topic.rule.source}）`, wide: true }] : []),
    ...boxesOf('matter', opened, ['title', 'topic', 'plan', 'motive', 'files']),
    { label: '动议事由', words: say('matter', 'motive') },
    { label: '提出人', words: log[0].who },
    ...(came.length
      ? [{ label: '从哪件事来', words: came.map((l) => `${l.number} ${l.title}`).join('\n'), wide: true }]
      : []),
    { label: '为什么办、打算怎么办', words: say('matter', 'plan', opened.plan), wide: true, tall: !opened.plan },
    fields.plan !== opened.plan && { label: '现在的方案', words: String(fields.plan ?? ''), wide: true },
    { label: '预算', words: say('plainProposalMeeting', 'budget') },
    { label: '资金来源', words: say('plainProposalMeeting', 'funds') },
    { label: '计划哪天办完', words: say('plainProposalMeeting', 'finishBy') },
    {
      label: '现在',
      words:
        now?.title ?? `${ends[view.outcome ?? ''] ?? '已经办结'}${view.closedOn ? `，${dayWords(view.closedOn)}` : ''}`,
    },
  ]
  return partOf(
    '事项',
    formTable(boxes.filter((b) => b !== false)),
    String(fields.plan ?? opened.plan ?? '').length > 600,
  )
}
