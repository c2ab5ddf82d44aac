import { accountKinds } from '../accounts'
import { choice, day, files, maybeText, money, text } from './fields'

/** What is said of a bill, whether it stands alone or is paid under a decision. Who is paid is for the office alone. */
export const bill = {
  purpose: text('做什么用', 60),
  payee: text('付给谁', 40, { sees: 'office' }),
  amount: money('多少钱'),
  category: choice(
    '科目',
    accountKinds.filter((k) => k.direction === 'out').map(({ name }) => ({ value: name, label: name })),
  ),
  account: choice('谁的钱', [
    { value: 'village', label: '村委会' },
    { value: 'collective', label: '经济合作社' },
  ]),
  billOn: day('票据日期'),
  billNo: maybeText('票据号', 30, { sees: 'office' }),
  bills: files('票据', 9, { sees: 'office', help: '发票、收据、合同的照片或文件' }),
}
