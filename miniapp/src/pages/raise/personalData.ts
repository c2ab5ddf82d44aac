// Full-width digits and spaces between them are what people type without noticing.
const plain = (text: string) =>
  text.replace(/[０-９Ｘｘ]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[ \u3000-]/g, '')

/** What in a text looks like someone's personal data: 身份证号, 手机号. */
export function personalDataIn(text: string): string[] {
  const read = plain(text)
  const found: string[] = []
  if (/(?<!\d)\d{17}[\dXx](?!\d)/.test(read)) found.push('身份证号')
  if (/(?<!\d)1[3-9]\d{9}(?!\d)/.test(read)) found.push('手机号')
  return found
}
