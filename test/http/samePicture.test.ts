import type { CaseView } from '@shared/schemas/views'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHouse, type TestHouse } from '../support/house'
import { openStudio } from '../support/photos'

let studio: Awaited<ReturnType<typeof openStudio>>
let h: TestHouse
beforeAll(async () => {
  ;[studio, h] = [await openStudio(), await openHouse('sqlite')]
})
afterAll(async () => {
  await studio.close()
  await h.close()
})

const asked = {
  ...{ sealKind: 'committee', paper: 'certificate', document: '在册证明', purpose: '办入学', copies: 1 },
  ...{ applicant: '一位村民', written: 'whole' },
}
type Photo = Awaited<ReturnType<typeof studio.again>>

/** Asks for a seal with these photos. */
const ask = async (photos: readonly Photo[], person = 'clerk-dongxi', villageId = 'dongxi') => {
  const papers = []
  for (const photo of photos) papers.push(await h.upload(person, photo, 'image/jpeg', '照片.jpg'))
  return h.open(person, 'sealReview', { ...asked, papers }, { villageId })
}
/** What the director, who is to approve it, is told of how it was opened. */
const remarks = async ({ id }: CaseView, reader = 'director-dongxi') => (await h.see(reader, id)).log[0].remarks

const like = (number: string) => ({
  remark: 'samePictureElsewhere',
  says: `有一张照片和${number}里用过的很像（可能是另存、压缩或裁过的同一张），请核对。`,
})

describe('a photo of a paper that asks for a seal', () => {
  it('used for the first time, also twice in one case, is not remarked on', async () => {
    const photo = await studio.take('room', 1)
    const found = await ask([photo, await studio.again(photo, { quality: 60 })])
    expect(await remarks(found)).toEqual([])
  })

  it('the same in another case is told to the reviewer with that case’s number', async () => {
    const photo = await studio.take('road', 1)
    const first = await ask([photo])
    const second = await ask([photo])
    expect(await remarks(second)).toEqual([
      { remark: 'sameFileElsewhere', says: `有一张照片在${first.number}里也用过，请核对。` },
    ])
  })

  it('saved again for another case is told as like the first, with that case’s number', async () => {
    const photo = await studio.take('room', 2)
    const first = await ask([photo])
    const second = await ask([await studio.again(photo, { quality: 60, scale: 0.5 })])
    expect(await remarks(second)).toEqual([like(first.number)])
  })

  it('is still told to whoever acts after the reviewer', async () => {
    const photo = await studio.take('road', 3)
    const first = await ask([photo])
    const second = await ask([await studio.again(photo, { cutLeft: 0.01, lighter: 1.05 })])
    await h.done('director-dongxi', second.id, { outcome: 'agreed', form: {} })
    expect(await remarks(second, 'keeper-dongxi')).toEqual([like(first.number)])
  })

  it('saved again for another village is not told there; the same file is, anywhere in the county', async () => {
    const photo = await studio.take('road', 2)
    const first = await ask([photo])
    const again = await ask([await studio.again(photo, { quality: 60 })], 'clerk-shatang', 'shatang')
    expect(await remarks(again, 'director-shatang')).toEqual([])
    const same = await ask([photo], 'clerk-shatang', 'shatang')
    expect((await remarks(same, 'director-shatang')).map(({ says }) => says)).toEqual([
      `有一张照片在${first.number}里也用过，请核对。`,
    ])
  })

  it('of which nothing can be told, such as a blank sheet, is not like another blank sheet', async () => {
    await ask([await studio.take('blank', 1)])
    expect(await remarks(await ask([await studio.take('blank', 2)]))).toEqual([])
  })

  it('is remarked on to the office alone: a villager who may see the case isn’t told', async () => {
    const photo = await studio.take('room', 3)
    const first = await ask([photo])
    const second = await ask([photo])
    // once it is approved, the village may see it
    await h.done('director-dongxi', second.id, { outcome: 'agreed', form: {} })
    expect((await remarks(second, 'keeper-dongxi')).map(({ says }) => says).join()).toContain(first.number)
    expect(await remarks(second, 'neighbour-dongxi')).toEqual([])
  })
})
