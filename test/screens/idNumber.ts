import type { CaseView } from '@shared/schemas/views'
import { writeXlsx } from 'hucre/xlsx'
import { expect } from 'vitest'
import { everyAnswer } from '../journeys/everything'
import { types } from '../journeys/notices'
import { disguised, documentWith, idNumber, pdfWith, workbookWith } from '../journeys/papers'
import { bytesOf } from '../journeys/workbooks'
import type { TestHouse } from '../support/house'
import { type Paper, type Screen, signInAs, stamp } from './screen'

const list = async (what: string): Promise<Paper> => ({
  ...{ name: '种粮补贴.xlsx', type: types.xlsx },
  bytes: bytesOf(
    await writeXlsx({
      sheets: [
        {
          name: '名单',
          rows: [
            ['姓名', '项目', '金额'],
            ['林大山', '种粮补贴', 120],
            ['柯小满', what, 120],
          ],
        },
      ],
    }),
  ),
})

/** An ID number tries to get out in five ways, a picture waits for someone's eyes, a telephone number for a reason. */
export const tellOfTheIdNumber = async (h: TestHouse, screen: Screen, moved: (day: string) => Promise<void>) => {
  await moved('2026-06-01')
  await signInAs(h, screen, 'clerk-dongxi')
  await screen.open('/office/open/index?workflow=notice')
  await screen.press('村务', '#f-board')
  await screen.select('f-item', '农（渔）业补贴')
  await screen.select('f-period', '2026年1季度（1—3月）')
  await screen.press('公开', '#f-audience')
  const refused = async (says: string, picture?: string) => {
    await screen.press('写好了', '.mw-actions')
    await screen.sees(says)
    await screen.sees('这些不能公开，请先遮住或删掉')
    if (picture) await screen.picture(picture)
  }

  // in the title and in the text, full width and in groups
  await screen.type('f-title', `${disguised}的补贴`)
  await screen.type('f-body', '种粮补贴发放。')
  await refused('“标题”里有身份证号', 'id-title')
  await screen.type('f-title', '一季度种粮补贴')
  await screen.type('f-body', `发给${disguised}。`)
  await refused('“内容”里有身份证号')
  await screen.type('f-body', '种粮补贴发放。防汛值班电话13857601234。')

  // in a cell of a list
  await screen.paper('f-sheet', '选Excel文件', await list(`种粮 ${disguised}`))
  await screen.sees('读自 种粮补贴.xlsx')
  await refused('明细第2笔的“项目”有身份证号', 'id-cell')
  await screen.press('换一份', '#f-sheet')
  await screen.paper('f-sheet', '选Excel文件', await list('种粮补贴'))
  await screen.sees('读自 种粮补贴.xlsx')

  // in the name of a file, inside a workbook, inside a document
  const papers: readonly (readonly [Paper, found: string])[] = [
    [{ name: `说明${idNumber}.docx`, type: types.docx, bytes: documentWith('发放说明') }, '文件名有身份证号'],
    [{ name: '名单.xlsx', type: types.xlsx, bytes: await workbookWith(disguised) }, 'B2有身份证号'],
    [{ name: '说明.docx', type: types.docx, bytes: documentWith(`身份证 ${disguised}`) }, '正文有身份证号'],
  ]
  for (const [paper, found] of papers) {
    await screen.paper('f-attachments', '加附件', paper)
    await screen.sees(found)
    await refused(`附件`, paper.name === '名单.xlsx' ? 'id-file' : undefined)
    await screen.press(`删掉${paper.name}`, '#f-attachments')
  }

  // a page without words is taken, and waits for someone to look at it
  await screen.paper('f-attachments', '加附件', { name: '扫描件.pdf', type: types.pdf, bytes: pdfWith('') })
  await screen.sees('是图片或没有文字，系统看不出，要人看过')
  await screen.press('写好了', '.mw-actions')
  await screen.sees('已存好')
  await screen.press('送村监委审核', '.mw-actions')
  await screen.sees('已落印')
  const { body } = await (await h.as('clerk-dongxi')).get<{ cards: { id: string }[] }>(
    '/api/villages/dongxi/cases?workflow=notice',
  )
  const [{ id }] = body.cards

  // the reviewer is told what was found, ticks and gives a reason; both stand in the log
  await signInAs(h, screen, 'supervisor-dongxi')
  await screen.open(`/office/act/index?id=${id}`)
  await screen.sees('“内容”里有手机号')
  await screen.sees('《扫描件.pdf》是图片或没有文字')
  await screen.press('同意', '#f-outcome')
  await screen.type('f-opinion', '属实，同意公开。')
  await screen.press('附件和照片已经人工核对，没有个人信息', '#f-checkedByEye')
  await screen.type('f-override', '村委会的值班手机，本来就公开')
  await screen.picture('id-review')
  await stamp(screen, '落印：同意')
  await h.done('clerk-dongxi', id, { form: { boardOn: '2026-06-01' } })
  const office: CaseView = await h.see('township', id)
  expect(office.log.find((e) => e.step === 'supervisorReview')?.values).toMatchObject({
    ...{ checkedByEye: true, override: '村委会的值班手机，本来就公开' },
  })

  // what villagers get never has it
  await signInAs(h, screen, 'neighbour-dongxi')
  await screen.open(`/pages/case/index?id=${id}`)
  await screen.sees('一季度种粮补贴')
  await screen.sees('柯小满')
  const shown = await screen.text()
  for (const number of [idNumber, disguised]) {
    expect(shown.includes(number)).toBe(false)
    expect((await everyAnswer(h, 'neighbour-dongxi', { cases: [id] })).includes(number)).toBe(false)
  }
}
