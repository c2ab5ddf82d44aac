export type ContactRow = { no: string; phone: string }
export type Problem = { line: number; says: string }

export const mostRows = 500
const phone = /^1[3-9]\d{9}$/

const halfWidth = (typed: string) =>
  typed.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[，,;；\t　]/g, ' ')

/** Lines of 编号 and 手机号 as they were pasted, and what is wrong with them; lines count from 1, as they stand in the box. */
export function contactRows(typed: string): { rows: readonly ContactRow[]; problems: readonly Problem[] } {
  const rows: ContactRow[] = []
  const problems: Problem[] = []
  const seen = new Map<string, number>()
  for (const [i, text] of typed.split('\n').entries()) {
    const line = i + 1
    const [no, ...others] = halfWidth(text).trim().split(/ +/)
    if (!no) continue
    const number = others.join('').replaceAll('-', '')
    const before = seen.get(no)
    if (!number) problems.push({ line, says: `第${line}行只有一样，要写编号和手机号，中间空一格。` })
    else if (!phone.test(number)) problems.push({ line, says: `第${line}行的手机号不是11位数字。` })
    else if (before) problems.push({ line, says: `第${line}行和第${before}行是同一个编号，请删掉一行。` })
    else rows.push({ no, phone: number })
    if (!before) seen.set(no, line)
  }
  if (rows.length > mostRows) problems.push({ line: mostRows + 1, says: `一次最多${mostRows}行，请分几次交。` })
  return { rows, problems }
}
