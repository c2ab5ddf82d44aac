import type { Day } from '@shared/engine/case'

/** What we write to people about, each with a template of its own at WeChat: their turn, what came of theirs, what is due. */
export const templateNames = ['turn', 'moved', 'reminder'] as const
export type TemplateName = (typeof templateNames)[number]

/** A template as it was chosen at WeChat: its id, and which of its fields says what. */
export type Template = { id: string; fields: Readonly<Record<Part, string>> }
export type Templates = Partial<Record<TemplateName, Template>>

/** All that leaves the house: what it is about, where, what there is to do, and a day with its hour. */
export type Facts = { title: string; village: string; says: string; on: Day; time: string }
const parts = ['title', 'village', 'says', 'on'] as const
type Part = (typeof parts)[number]

const fieldsByDefault: Template['fields'] = { title: 'thing1', village: 'thing2', says: 'thing3', on: 'date4' }

/** The values of a template's fields, each within what WeChat takes for its kind. */
export const templateData = (
  { fields }: Pick<Template, 'fields'>,
  facts: Facts,
): Readonly<Record<string, { value: string }>> =>
  Object.fromEntries(parts.map((part) => [fields[part], { value: fitted(kindOf(fields[part]), facts, part) }]))

const kindOf = (field: string): string => field.replace(/\d{1,4}$/, '')

const fitted = (kind: string, facts: Facts, part: Part): string => {
  if (kind === 'date') return dateOf(facts.on)
  if (kind === 'time') return `${dateOf(facts.on)} ${facts.time}`
  return (textKinds[kind as TextKind] ?? textKinds.thing)(facts[part])
}

const dateOf = (on: Day): string => {
  const [year, month, day] = on.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

/** Letters, numbers, marks and spaces: a picture among words, or the end of a line, would have the whole message refused. */
const plain = (text: string): string =>
  text
    .replace(/\s+/gu, ' ')
    .replace(/[^\p{L}\p{N}\p{P} +=<>~|^$￥℃]/gu, '')
    .trim()

/** Cut to so many, counted in UTF-16 units, as the strictest would, and never through a character. */
const cut = (text: string, most: number): string => {
  if (text.length <= most) return text
  let kept = ''
  for (const letter of text) {
    if (kept.length + letter.length >= most) break
    kept += letter
  }
  return `${kept}…`
}

const textKinds = {
  /** 20 characters */
  thing: (text: string) => cut(plain(text), 20) || '请打开查看',
  /** 5 汉字 and nothing else */
  phrase: (text: string) => [...text.replace(/[^\p{Script=Han}]/gu, '')].slice(0, 5).join('') || '请查看',
  /** 10 汉字 */
  name: (text: string) => [...text.replace(/[^\p{Script=Han}]/gu, '')].slice(0, 10).join('') || '本村',
  /** 32 digits, letters and marks */
  character_string: (text: string) => text.replace(/[^!-~]/g, '').slice(0, 32) || '-',
}
type TextKind = keyof typeof textKinds

const wrong = (says: string) =>
  new Error(
    `MINGWU_WECHAT_TEMPLATES 写得不对：${says}。要写成 turn=模板ID,moved=模板ID,reminder=模板ID；字段和默认的不一样时，在ID后面写明事项、村、内容、日期四个字段，如 turn=模板ID:thing4+thing7+phrase2+date3。`,
  )

/**
 * What was set for the templates: `turn=<id>,moved=<id>,reminder=<id>`, each at most once, and behind an id `:` and its four
 * fields where they aren't thing1, thing2, thing3 and date4. Throws, in Chinese, on anything else.
 */
export const templatesFrom = (set: string): Templates => {
  const templates: Templates = {}
  for (const one of set.split(',').map((t) => t.trim())) {
    const [, name, id, named] = /^(\w+)=([\w-]{10,100})(?::(\S+))?$/.exec(one) ?? []
    if (!id) throw wrong(`“${one}”看不懂`)
    if (!isName(name)) throw wrong(`没有“${name}”这一种，只有 ${templateNames.join('、')}`)
    if (templates[name]) throw wrong(`“${name}”写了两次`)
    if (Object.values(templates).some((t) => t.id === id)) throw wrong('两种用了同一个模板ID')
    templates[name] = { id, fields: named ? fieldsFrom(named) : fieldsByDefault }
  }
  return templates
}

const isName = (name: string | undefined): name is TemplateName => templateNames.includes(name as TemplateName)

const fieldsFrom = (named: string): Template['fields'] => {
  const fields = named.split('+')
  if (fields.length !== parts.length || new Set(fields).size !== parts.length)
    throw wrong(`“${named}”不是四个不同的字段`)
  const kinds = (part: Part) => (part === 'on' ? ['date', 'time'] : Object.keys(textKinds))
  const strange = parts.findIndex((part, n) => !/\d$/.test(fields[n]!) || !kinds(part).includes(kindOf(fields[n]!)))
  if (strange >= 0) throw wrong(`字段“${fields[strange]}”不能用在这里`)
  const [title, village, says, on] = fields as [string, string, string, string]
  return { title, village, says, on }
}
