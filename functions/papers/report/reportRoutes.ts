import { canonical, sha256Hex } from '@shared/engine/chain'
import { isRefusal } from '@shared/engine/refusal'
import { xlsxType } from '../../files/files'
import type { Route } from '../../http/serve'
import { reportFor } from '../../routes/report'
import { printToken } from '../print/printToken'
import type { Workshop } from '../workshop'
import { reportBook } from './reportBook'

/** 月报告 and 季调度 to take to a meeting: an address of a page for the printer, or a workbook. */
export const reportRoutes =
  (workshop: Workshop): Route =>
  (call, house) => {
    call('writeReport', async ({ body: { township, village, period, as }, person }) => {
      const view = await reportFor(house, township, { period, ...(village && { village }) }, person)
      if (isRefusal(view)) return view
      const name = `${view.villageName ?? view.townshipName}${view.title}`
      if (as === 'print') {
        const asked = { report: township, period, ...(village && { village }), person: person.id }
        return { url: `/api/papers/print/${printToken(house, asked)}`, name }
      }
      const sheets = reportBook(view)
      // the same figures of the same day are kept once
      const id = `x${sha256Hex(canonical(sheets))}`
      const file = `${name}.xlsx`
      if (!(await house.files.kept(id))) {
        const written = await workshop({ job: 'write', sheets })
        if (isRefusal(written)) return written
        await house.files.keep({ id, name: file, type: xlsxType }, written)
      }
      return { url: await house.files.address(id), name: file }
    })
  }
