// Full-width digits, and spaces and dashes between them, are what people type without noticing.
const halfWidth = (text: string) => text.replace(/[０-９Ｘｘ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))

/** What in a text looks like someone's personal data: 身份证号, 手机号. Whole runs of digits only: a long code isn't a phone. */
export function personalDataIn(text: string): string[] {
  const read = halfWidth(text)
  const runs = [read, read.replace(/[ \u3000-]/g, '')].flatMap((form) => form.match(/\d+[Xx]?/g) ?? [])
  const found: string[] = []
  if (runs.some((run) => /^\d{17}[\dXx]$/.test(run))) found.push('身份证号')
  if (runs.some((run) => /^1[3-9]\d{9}$/.test(run))) found.push('手机号')
  return found
}
