import { periodWords } from '@shared/period'
import { actNames, earlierWords, fewRated, nowWords, orderWords, percentOf, satisfiedOf } from '@shared/reportWords'
import type { ReportRow, ReportView } from '@shared/schemas/monitorViews'
import { html } from 'hono/html'
import { documentOf, type Markup } from '../print/frame'
import { dayWords, shortDay } from '../print/paperWords'
import { bars } from './bars'
import { against, beforeWords, lines, onTimeOf } from './figures'
import { spanWords } from './reportBook'
import { manyVillages, reportCss } from './reportCss'

/** 月报告 or 季调度 on one sheet, to be handed round: four figures, the lines beside the period before, pictures, villages. */
export const reportPage = (view: ReportView): Markup => {
  const title = `${view.villageName ?? view.townshipName}${view.title}`
  return documentOf(
    title,
    reportCss,
    html`<div class="k"><span>${view.townshipName}${view.villageName ?? `　${view.villages.length}个村`}</span><span>${dayWords(view.today)}做成</span></div><div class="wenwu"></div>
<h1>${title}</h1><p class="sub">${spanWords(view)}</p>
${figures(view)}
<div class="two"><div><h2>${nowWords(view)}和${earlierWords(view)}</h2><table class="lines"><thead><tr><th scope="col"></th><th scope="col">${nowWords(view)}</th><th scope="col">${earlierWords(view)}</th></tr></thead><tbody>${lines(view).map(line)}</tbody></table></div>
<div>${pictures(view)}</div></div>
<section><h2>镇里督促了什么<span>下面一行是${earlierWords(view)}的</span></h2><dl class="acts">${actNames.map(
      ([key, name, unit]) =>
        html`<div><dt>${name}</dt><dd>${view.now.acts[key]}<small>${unit}</small></dd><p>${beforeWords(view, `${view.before.acts[key]}${unit}`)}</p></div>`,
    )}</dl></section>
${view.villages.length ? '' : months(view)}${watched(view)}${view.villages.length ? villages(view) : ''}
<div class="end"><span>数字是每天夜里记下、再加起来的；没有记录的日子没有算进去。评的不到5个，不显示怎么评的。</span></div>`,
  )
}

const line = ([name, now, before]: readonly [string, string, string]) =>
  html`<tr><td>${name}</td><td>${withSmall(now)}</td><td>${withSmall(before)}</td></tr>`

/** 86%（43件里37件): the share large, the counts small beside it. */
const withSmall = (words: string) => {
  const at = words.indexOf('（')
  return at < 0 ? words : html`${words.slice(0, at)}<small>${words.slice(at)}</small>`
}

const figures = (view: ReportView) => {
  const { now, before } = view
  const was = earlierWords(view)
  const wasPercent = (share: { of: number; is: number } | undefined) =>
    share && share.of > 0 ? `${was}${percentOf(share)}%` : `${was}没有`
  const content = satisfiedOf(now)
  const cell = (name: string, value: number | undefined, unit: string, says: string) =>
    html`<div><dt>${name}</dt><dd>${value ?? '—'}${value === undefined ? '' : html`<small>${unit}</small>`}</dd><p>${says}</p></div>`
  return html`<dl class="led">
${cell('逾期', now.overdue, '件', beforeWords(view, against(now.overdue, before.overdue, was)))}
${cell('在办', now.open, '件', `${nowWords(view)}新增${now.opened}件`)}
${cell('按时办结', percentOf(onTimeOf(now)), '%', `办结${now.closed}件，${wasPercent(onTimeOf(before))}`)}
${cell('满意和基本满意', content && percentOf(content), '%', content ? `${content.of}人评，${wasPercent(satisfiedOf(before))}` : now.answered.is ? fewRated : '没有人评')}
${cell('按时公开', percentOf(now.disclosed), '%', `到期${now.disclosed.of}项，还缺${now.missing}项`)}
</dl>`
}

const monthLabel = (month: string) => `${month.slice(2, 4)}年${periodWords(month)}`

const pictures = (view: ReportView) => {
  const counted = new Map(view.months.map((m) => [m.month, m]))
  const year = view.disclosure.map(({ month }) => month)
  const share = (month: string, of: number, is: number) => ({
    label: monthLabel(month),
    ...(of > 0 && { value: (is / of) * 100, says: `${percentOf({ of, is })}%` }),
  })
  return html`${bars({
    ...{ title: '逾期多少件', note: '近12周，每周末' },
    of: view.weeks.map(({ on, overdue }) => ({ label: shortDay(on), value: overdue })),
  })}${bars({
    ...{ title: '按时办结', note: '近12个月', full: 100 },
    of: year.map((month) => share(month, counted.get(month)?.closed ?? 0, counted.get(month)?.onTime ?? 0)),
  })}${bars({
    ...{ title: '按时公开', note: '近12个月', full: 100 },
    of: view.disclosure.map(({ month, due, inTime }) => share(month, due, inTime)),
  })}`
}

const shareCell = (share: { of: number; is: number } | undefined) =>
  share && share.of > 0 ? `${percentOf(share)}%` : '·'

const countsCell = ({ of, is }: { of: number; is: number }) => (of > 0 ? `${is}/${of}` : '·')

const villages = (view: ReportView) => {
  const most = Math.max(1, ...view.villages.map(({ row }) => row.overdue))
  return html`<section class="${view.villages.length > manyVillages ? 'many' : ''}"><h2>各村<span>${orderWords}。“·”是没有，或者评的不到5个</span></h2><table class="villages"><thead><tr><th scope="col">村</th><th scope="col" class="late">逾期</th>${columns.map(([name]) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${view.villages.map(
    ({ name, row }) =>
      html`<tr><td>${name}</td><td class="late"><b>${row.overdue}</b>${row.overdue ? html`<i style="width:${((row.overdue / most) * 13).toFixed(1)}mm"></i>` : ''}</td>${columns.map(([, of]) => html`<td>${of(row)}</td>`)}</tr>`,
  )}</tbody></table></section>`
}

type Column = readonly [string, (row: ReportRow) => string | number]
const columns: readonly Column[] = [
  ['在办', (r) => r.open],
  ['新增', (r) => r.opened],
  ['办结', (r) => r.closed],
  ['按时办结', (r) => shareCell(onTimeOf(r))],
  ['评了的', (r) => countsCell(r.answered)],
  ['满意和基本满意', (r) => shareCell(satisfiedOf(r))],
  ['按时公开', (r) => countsCell(r.disclosed)],
  ['缺公开', (r) => r.missing],
  ['说事日', (r) => countsCell(r.sessions)],
  ['催办督办', (r) => r.acts.nudged + r.acts.urged],
]

/** Of one village its twelve months, in numbers. */
const months = (view: ReportView) => {
  const disclosed = new Map(view.disclosure.map((d) => [d.month, d]))
  const heads = ['新增', '办结', '按时办结', '满意和基本满意', '评了的', '到期该公开', '按时公开']
  return html`<section><h2>一个月一个月地看<span>空着的是没有记录</span></h2><table class="villages"><thead><tr><th scope="col">月份</th>${heads.map((h) => html`<th scope="col">${h}</th>`)}</tr></thead><tbody>${view.disclosure.map(
    ({ month }) => {
      const m = view.months.find((one) => one.month === month)
      const d = disclosed.get(month)
      const said = m ? m.satisfied + m.basically + m.unsatisfied : 0
      const cells = [
        ...[m?.opened, m?.closed, m && shareCell(onTimeOf(m))],
        ...[
          said ? shareCell({ of: said, is: m!.satisfied + m!.basically }) : '·',
          m && (said ? `${said}/${said + m.silent}` : '·'),
        ],
        ...[d?.due, d?.inTime],
      ]
      return html`<tr><td>${month.slice(0, 4)}年${periodWords(month)}</td>${cells.map((c) => html`<td>${c ?? ''}</td>`)}</tr>`
    },
  )}</tbody></table></section>`
}

const watched = ({ watched: list }: ReportView) =>
  list.length
    ? html`<section class="watched"><h2>重点帮扶<span>只给村干部和镇里看，不要张贴</span></h2><ul>${list.map((w) => html`<li><span><b>${w.villageName}</b>　${w.title}</span><span>责任领导 ${w.leader}</span></li>`)}</ul></section>`
    : ''
