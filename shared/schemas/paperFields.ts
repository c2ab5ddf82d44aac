import { paperClasses, sealKinds } from '../paperClasses'
import { choice, count, files, maybeText, money, text } from './fields'

const common = {
  sealKind: choice('盖什么章', sealKinds),
  document: text('文件名称', 60, { help: '会记进用章台账，不要写人名和身份证号' }),
  purpose: text('做什么用', 60),
  copies: count('几份', { unit: '份', max: 200 }),
  applicant: text('谁要用', 40, { sees: 'office', help: '单位或者个人' }),
  written: choice('内容写全了没有', [
    { value: 'whole', label: '写全了' },
    { value: 'blank', label: '还是空白的，或者没填完' },
  ]),
  notGuarantee: maybeText('不是担保，说明为什么', 100, {
    help: '村委会、合作社都不能担保（组织法第十三条、集体经济组织法第三十五条），确实不是担保的才写',
  }),
  papers: files('文件的照片或扫描件', 9, { sees: 'office' }),
}

/** What is said of a paper that asks for a seal: any paper, or one that a decision has to cover. */
export const paper = {
  paper: choice(
    '是什么文件',
    paperClasses.map(({ value, label, help }) => ({ value, label, ...(help && { help }) })),
  ),
  ...common,
}
export const paperOfDecision = {
  paper: choice(
    '是什么文件',
    paperClasses.filter((c) => c.needs === 'decision').map(({ value, label }) => ({ value, label })),
  ),
  amount: money('合同金额', { help: '从决议定的钱里扣，不能超过' }),
  ...common,
}
