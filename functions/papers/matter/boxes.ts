import { yuan } from '@shared/money'
import type { FieldMeta } from '@shared/schemas/fields'
import { fieldsOf } from '@shared/schemas/stepForms'
import { html } from 'hono/html'
import type { Markup } from '../print/frame'
import { dayWords } from '../print/paperWords'

/** A box of a printed form: what it asks, and what was written there. `wide` goes across the page, `tall` leaves room for a hand. */
export type Box = { label: string; words?: string; wide?: boolean; tall?: boolean }
type Field = FieldMeta & { name: string }

/** Boxes two a line, wide ones alone. */
export const formTable = (boxes: readonly Box[]): Markup => {
  const lines: Box[][] = []
  for (const box of boxes) {
    const last = lines.at(-1)
    if (!box.wide && last?.length === 1 && !last[0].wide) last.push(box)
    else lines.push([box])
  }
  return html`<table class="form"><colgroup><col class="ask"><col class="box"><col class="ask"><col class="box"></colgroup><tbody>${lines.map((line) => html`<tr>${line.map((box) => cellOf(box, line.length === 1))}</tr>`)}</tbody></table>`
}

const cellOf = ({ label, words = '', tall }: Box, alone: boolean) =>
  html`<th scope="row">${label}</th><td${alone ? html` colspan="3"` : ''} class="pre${tall ? ' tall' : ''}${words ? '' : ' empty'}">${words}</td>`

const notByHand = ['photos', 'files', 'voice', 'proof', 'sheet', 'hidden', 'person', 'people', 'case']
const across = ['longText', 'stages']

const isWide = ({ kind, max = 0 }: Field) => across.includes(kind) || (kind === 'text' && max > 60)

/** The fields of a form as boxes: as they were filled in, or all of them empty for a hand. */
export const boxesOf = (
  form: string,
  values: Readonly<Record<string, unknown>> | undefined,
  without: readonly string[] = [],
): readonly Box[] =>
  fieldsOf(form)
    .filter((f) => !without.includes(f.name) && !notByHand.includes(f.kind))
    .filter((f) => !values || f.name in values)
    .map((f) => {
      const wide = isWide(f)
      return { label: f.label, words: values && valueWords(f, values[f.name]), wide, tall: wide && !values }
    })

/** A value as people read it; empty where nothing was filled in, and how many where it is files. */
export const valueWords = ({ kind, options, unit }: FieldMeta, value: unknown): string => {
  if (value === undefined || value === '') return ''
  if (kind === 'money') return `${yuan(Number(value))}元`
  if (kind === 'day') return dayWords(String(value))
  if (kind === 'switch') return value === true ? '是' : '否'
  if (kind === 'sheet') return `明细表 ${String(value).slice(1, 13).toUpperCase()}`
  if (kind === 'stages') return stagesOf(value).map(stageWords).join('\n')
  if (Array.isArray(value)) return kind === 'names' ? value.join('、') : `${value.length}份`
  if (typeof value === 'number') return `${value}${unit ?? ''}`
  return options?.find((o) => o.value === value)?.label ?? String(value)
}

export type Stage = { on: string; does: string }
export const stagesOf = (value: unknown): readonly Stage[] => (Array.isArray(value) ? value : [])
const stageWords = ({ on, does }: Stage, i: number) => `${i + 1}. ${dayWords(on)}以前：${does}`

/** 现场照片和签到表2份、计票单1份: what lies beside a line as files. */
export const enclosed = (form: string, values: Readonly<Record<string, unknown>>): string =>
  fieldsOf(form)
    .filter((f) => ['photos', 'files'].includes(f.kind) && Array.isArray(values[f.name]))
    .map((f) => [f.label, (values[f.name] as readonly unknown[]).length] as const)
    .filter(([, many]) => many > 0)
    .map(([label, many]) => `${label}${many}份`)
    .join('、')
