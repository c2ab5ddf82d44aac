import type { RequestWordsOf } from '@shared/schemas/requestViews'
import { requestWordsView } from '@shared/schemas/requestViews'

/** The categories of 说事 and the ready-made words, as they stand in the form. */
export type Words = RequestWordsOf['words']

const swapped = <T>(list: readonly T[], at: number, to: number): T[] =>
  list.map((one, i) => (i === at ? list[to] : i === to ? list[at] : one))

export const renamed = (words: Words, value: string, label: string): Words => ({
  ...words,
  categories: words.categories.map((one) => (one.value === value ? { ...one, label } : one)),
})

/** Up by −1, down by 1; at an end nothing moves. */
export const moved = (words: Words, value: string, by: 1 | -1): Words => {
  const at = words.categories.findIndex((one) => one.value === value)
  const to = at + by
  return to < 0 || to >= words.categories.length ? words : { ...words, categories: swapped(words.categories, at, to) }
}

/** With its ready-made words. */
export const withoutCategory = (words: Words, value: string): Words => ({
  categories: words.categories.filter((one) => one.value !== value),
  templates: words.templates.filter(({ category }) => category !== value),
})

export const withCategory = (words: Words, value: string): Words => ({
  ...words,
  categories: [...words.categories, { value, label: '' }],
})

export const withText = (words: Words, at: number, text: string): Words => ({
  ...words,
  templates: words.templates.map((one, i) => (i === at ? { ...one, text } : one)),
})

export const withoutText = (words: Words, at: number): Words => ({
  ...words,
  templates: words.templates.filter((_, i) => i !== at),
})

export const withNewText = (words: Words, category: string): Words => ({
  ...words,
  templates: [...words.templates, { category, text: '' }],
})

/** The ready-made words of a category, each with its place in the whole list. */
export const textsOf = (words: Words, value: string): readonly { at: number; text: string }[] =>
  words.templates.flatMap(({ category, text }, at) => (category === value ? [{ at, text }] : []))

/** The place of a category's name, and of a ready-made text, on the page. */
export const labelId = (value: string): string => `w-${value}`
export const textId = (at: number): string => `w-text-${at}`

/** What can't be saved, in the server's words; `value` is the category that it stands under, `saved` what holds now. */
export const problemsIn = (words: Words, saved: Words): readonly { id: string; says: string; value: string }[] => {
  const issues = requestWordsView.safeParse(words).error?.issues ?? []
  const told = issues.map(({ path: [list, at], message: says }) => {
    if (list === 'templates' && typeof at === 'number')
      return { id: textId(at), says, value: words.templates[at].category }
    const value = typeof at === 'number' ? words.categories[at].value : ''
    return { id: value ? labelId(value) : 'w-add', says, value }
  })
  return [...told, ...twice(words, saved)]
}

// Two of the same name can't be told apart by whoever chooses. It is told at the one that was renamed, else at the later.
const twice = ({ categories }: Words, saved: Words) => {
  const isNew = ({ value, label }: Words['categories'][number]) =>
    !saved.categories.some((one) => one.value === value && one.label === label)
  const inOrder = [...categories].sort((a, b) => Number(isNew(a)) - Number(isNew(b)))
  return inOrder.flatMap(({ value, label }, i) =>
    label.trim() !== '' && inOrder.findIndex((one) => one.label.trim() === label.trim()) < i
      ? [{ id: labelId(value), says: `“${label.trim()}”已经有了，请换个名字。`, value }]
      : [],
  )
}

/** A text cut where its gaps begin and end: what is to be filled in stands by itself. */
export const piecesOf = (text: string): readonly { words: string; gap: boolean }[] =>
  text
    .split(/(【[^【】]*】)/)
    .filter((words) => words !== '')
    .map((words) => ({ words, gap: words.startsWith('【') }))
