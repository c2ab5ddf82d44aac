import { yuan } from '@shared/money'
import { periodName } from '@shared/period'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { html } from 'hono/html'
import { formOfLine } from '../../views/readable'
import { pageCss } from './css'
import { documentOf, foot, head } from './frame'
import { listTable } from './lists'
import type { Paper } from './paper'
import { dayWords, shortDay } from './paperWords'
import { kinds, ledger } from './sums'

/** The whole case on A4 or A3: sums, words, every row, who reviewed it, by which rule it hangs here, how to check it. */
export const page = (paper: Paper, size: 'A4' | 'A3') => {
  const { view, list } = paper
  const { sheet, fields } = view
  const isStatement = sheet?.kind === 'statement'
  return documentOf(
    view.title,
    pageCss(size),
    html`${head(paper, '', isStatement || list ? '单位：元' : '')}
${markOf(view)}
${isStatement ? html`<div class="sums">${ledger(sheet)}${kinds(sheet, size === 'A3' ? 12 : 9)}</div>` : ''}
${part('大白话说一遍', fields.summary)}${part('更正了什么、为什么', fields.changed)}${part('内容', fields.body)}
${fields.item === undefined ? courseOf(paper) : ''}
${
  sheet
    ? html`<section class="part"><h2>${sheet.title}，共${sheet.count}${isStatement ? '笔' : '条'}</h2>${
        list
          ? listTable(sheet.kind, list, size === 'A3')
          : html`<p>${sheet.totalsOnly ?? '没有明细。'}${sheet.sums.amount && !isStatement ? `合计 ${yuan(sheet.sums.amount)} 元。` : ''}</p>`
      }</section>`
    : ''
}
${aboutOf(paper)}
${foot(paper, { says: '扫一扫，在手机上看', sign: true })}`,
  )
}

/** What a reader must know first: not posted yet, or no longer the newest. */
const markOf = ({ shown, corrected }: CaseView) => {
  const says = !shown ? '送审稿，还没有公开' : corrected ? `已经更正，以更正后的为准：${corrected.number}` : ''
  return says ? html`<p class="mark">${says}</p>` : ''
}

const part = (title: string, words: unknown) =>
  typeof words === 'string' && words
    ? html`<section class="part"><h2>${title}</h2><p class="pre">${words}</p></section>`
    : ''

const aboutOf = ({ view, item, reviews }: Paper) => {
  const { period, happenedOn } = view.fields
  const rows: (readonly [string, string])[] = [
    ...(item ? [['公开目录', `${item.code} ${item.title}`] as const] : []),
    ...(typeof period === 'string' ? [['时期', periodName(period)] as const] : []),
    ...(typeof happenedOn === 'string' ? [['哪天的事', dayWords(happenedOn)] as const] : []),
    ...(view.shown?.boardOn ? [['上墙日期', dayWords(view.shown.boardOn)] as const] : []),
    ...reviews.map(({ title, who, on }) => [title, `${who}，${dayWords(on)}同意`] as const),
    ...(item ? [['规定', `${item.rule.says}（${item.rule.source}）`] as const] : []),
    ...(item
      ? [['公开多久', item.days === null ? '长期公开' : `至少${item.days}天，从手机和公开栏较晚贴出的那天算`] as const]
      : []),
    ...(item?.masking ? [['没有写的', item.masking] as const] : []),
    [
      '怎么核验',
      '在明务里打开这件事，点“核验一下”，手机会把每一条记录重新算一遍，改过一个字都对不上。页脚的核验码是打印时最后一条记录的；以后又添了记录，它会接着变。',
    ],
  ]
  return html`<section class="part"><h2>谁审的，按什么公开</h2><dl class="told">${rows.map(([term, words]) => html`<dt>${term}</dt><dd>${words}</dd>`)}</dl></section>`
}

/** Step by step, for a case that isn't one paper but a course: what was decided, with its count. */
const courseOf = ({ view, workflow }: Paper) => {
  const told = view.log.filter((e) => !e.aside && e.step !== 'closed')
  return html`<section class="part"><h2>一步一步怎么办的</h2><dl class="told">${told.map(
    (entry) =>
      html`<dt>${shortDay(entry.on)}　${entry.title}</dt><dd>${wordsOf(entry, formOfLine(workflow, entry)).map((words) => html`<p class="pre">${words}</p>`)}</dd>`,
  )}</dl></section>`
}

const inWords = ['text', 'longText', 'money', 'day', 'choice']

const wordsOf = (entry: EntryView, form: string | undefined): readonly string[] => [
  [entry.who, entry.says].filter(Boolean).join('：'),
  ...(form ? fieldsOf(form) : []).flatMap(({ name, kind, label, options }) => {
    const value = entry.values[name]
    if (!inWords.includes(kind) || value === undefined || value === '' || name === 'title') return []
    const words =
      kind === 'money'
        ? `${yuan(Number(value))}元`
        : kind === 'day'
          ? dayWords(String(value))
          : options?.find((o) => o.value === value)?.label
    return [`${label}：${words ?? String(value)}`]
  }),
  ...(entry.counted ?? []),
]
