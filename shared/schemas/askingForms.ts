import { choice, day, form, longText, maybeChoice, maybeLongText, maybeText, people, person, text, yes } from './fields'
import { z } from './zod'

const hidden = <T extends z.ZodType>(schema: T, label: string) =>
  z.optional(schema).meta({ kind: 'hidden', label, title: label, optional: true })

const again = { error: '要问的那一处没有带过来，请从那一份公开事项重新点“提出异议”。' }

export const askingForms = {
  objection: form({
    question: longText('想问什么', 500, { help: '问和答都会公开，不写您的名字。' }),
    row: hidden(z.int(again).min(1, again).max(10_000, again), '问的是第几笔'),
    item: hidden(z.string(again).max(4, again), '问的是目录里的哪一项'),
    period: hidden(z.string(again).max(11, again), '问的是哪一期'),
    nameShown: maybeChoice('公开时您的名字', [
      { value: 'hidden', label: '不写，只说一位村民' },
      { value: 'surname', label: '只写姓' },
    ]),
  }),
  publicAnswer: form({
    answer: longText('答复', 2000, { help: '答复会公开，请不要写提问人的名字和别人的个人信息。' }),
    override: maybeLongText('系统指出的不是个人信息，理由', 300, { sees: 'office' }),
  }),
  opinionOnAnswer: form({ reason: maybeLongText('哪里没说清楚', 500) }),
  questioning: form({
    basis: choice('谁来质询', [
      { value: 'supervisors', label: '村务监督委员会' },
      { value: 'representatives', label: '五名以上村民代表联名' },
      { value: 'voters', label: '十分之一以上有选举权的村民联名' },
    ]),
    whom: text('质询谁（职务和姓名）', 40),
    question: longText('质询的问题和内容', 2000),
  }),
  questioningDecision: form({
    answeredBy: person('由谁答复'),
    way: choice('怎么答复', [
      { value: 'written', label: '书面答复' },
      { value: 'oral', label: '到村民代表会议上口头答复' },
    ]),
    reason: maybeLongText('说明', 300),
  }),
  questioningAnswer: form({
    answer: longText('答复', 4000),
    heldOn: day('哪天答复的'),
    override: maybeLongText('系统指出的不是个人信息，理由', 300, { sees: 'office' }),
  }),
  kinshipTerm: form({ term: text('哪一届', 20, { help: '例如 2024—2028' }) }),
  kinshipDeclaration: form({
    kin: people('村里任职的人当中，谁是您的近亲属', 20, {
      help: '配偶、父母、子女、兄弟姐妹、祖父母、外祖父母、孙子女、外孙子女。没有就不选。',
    }),
    note: maybeText('要说明的', 200, { sees: 'office' }),
    signed: yes('以上都是真的，由本人签字'),
  }),
}
