import { randomBytes } from 'node:crypto'
import { refuse } from '@shared/engine/refusal'
import type { Route } from '../http/serve'
import { may, postFor } from '../scope'
import { sweepAll } from '../sweeping'
import { drawable, drawn, drawnBefore, sampleView } from '../views/sampleView'
import { today } from '../world'

const noTownship = refuse('notFound', '没有这个镇，请从列表里重新打开。')

/** 回头看: a township draws some of what was closed in a month, once, and can show how. */
export const sampleRoutes: Route = (call, house) => {
  call('sample', async ({ params, query, person }) => {
    const township = await house.stores.places.township(params.id)
    if (!township) return noTownship
    const reader = { person, today: today(house) }
    return may(person, 'seeSample', township, reader.today)
      ? sampleView(house, township, query.month, reader)
      : refuse('notInScope', '只有镇里、片里和县里的人能看回头看抽到哪几件。')
  })

  call('drawSample', async ({ params, body, person }) => {
    const township = await house.stores.places.township(params.id)
    if (!township) return noTownship
    const { month, many } = body
    const on = today(house)
    const post = postFor(person, 'drawSample', township, on)
    if (!post) return refuse('notInScope', '回头看由镇里的人来抽。')
    const before = await house.stores.samples.of(township.id, month)
    if (before) return refuse('onlyOnce', drawnBefore(before))
    if (month >= on.slice(0, 7)) return refuse('tooEarly', '这个月还没有过完，下个月再抽，免得漏掉月底办结的。')
    // what time has closed by now is written first, so that nothing of the month is left out
    await sweepAll(house)
    const ids = await drawable(house, township, month)
    if (ids.length === 0) return refuse('ruleNotMet', '这个月没有办结的说事，不用抽。')
    const seed = randomBytes(8).toString('hex')
    const sample = { on, who: `${post.title} ${person.name}`, seed, of: ids.length, cases: drawn(seed, ids, many) }
    if (!(await house.stores.samples.draw(township.id, month, sample)))
      return refuse('onlyOnce', drawnBefore((await house.stores.samples.of(township.id, month))!))
    return sampleView(house, township, month, { person, today: on })
  })
}
