import { type GuideView, guideView } from '@shared/schemas/views'

export const fields = ['title', 'who', 'papers', 'steps', 'time', 'fee', 'where', 'basis', 'words'] as const
export type FieldName = (typeof fields)[number]

/** A guide as it stands in the form: papers and steps one a line. */
export type TypedGuide = Readonly<Partial<Record<FieldName, string>>>

export const typedGuide = (guide: GuideView): TypedGuide => ({
  ...guide,
  ...{ papers: guide.papers.join('\n'), steps: guide.steps.join('\n') },
})

const lines = (text = '') =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** The form as it is sent: blank lines and blank fields that may be left out are left out. */
export const guideOf = (id: string, typed: TypedGuide): GuideView => ({
  ...{ id, title: typed.title ?? '', who: typed.who ?? '' },
  ...{ papers: lines(typed.papers), steps: lines(typed.steps) },
  ...{ time: typed.time ?? '', fee: typed.fee ?? '', where: typed.where ?? '' },
  ...(typed.basis?.trim() && { basis: typed.basis }),
  ...(typed.words?.trim() && { words: typed.words }),
})

export type Errors = Readonly<Partial<Record<string, string>>>

/** What is wrong in the form, by field, in the server's words; which line it is where a field has many. */
export const guideErrors = (typed: TypedGuide): Errors => {
  const issues = guideView.safeParse(guideOf('new', typed)).error?.issues ?? []
  const told = issues.map(({ path: [field, line], message }) => [
    field,
    typeof line === 'number' ? `第${line + 1}行：${message}` : message,
  ])
  return Object.fromEntries(told.reverse())
}
