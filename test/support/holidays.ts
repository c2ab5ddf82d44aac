import type { HolidayTable } from '@shared/schemas/monitorViews'

const line = (name: string, from: string, until = from) => ({ name, from, until })

/** A table of 2027 as it might come out: 元旦 runs to Monday the 4th, and a Sunday is worked for it. */
export const tableOf2027: HolidayTable = {
  off: [
    line('元旦', '2027-01-01', '2027-01-04'),
    line('春节', '2027-02-05', '2027-02-12'),
    line('清明节', '2027-04-03', '2027-04-04'),
    line('劳动节', '2027-05-01', '2027-05-05'),
    line('端午节', '2027-06-09'),
    line('中秋节', '2027-09-15'),
    line('国庆节', '2027-10-01', '2027-10-07'),
  ],
  on: ['2027-01-10', '2027-02-20', '2027-05-08'],
}
