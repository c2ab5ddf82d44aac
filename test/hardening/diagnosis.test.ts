import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb'
import { z } from '@shared/schemas/zod'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { diagnosis } from '../../functions/http/diagnosis'
import { openHouse } from '../support/house'

afterEach(() => vi.restoreAllMocks())
const phone = '13800138000'
const thrown = (how: () => unknown): Error => {
  try {
    how()
  } catch (e) {
    return e as Error
  }
  throw new Error('nothing was thrown')
}

describe('what is written of an error says where it happened, and nothing of what was sent', () => {
  it.each<[string, () => Error, RegExp]>([
    ['of a form', () => thrown(() => z.object({ age: z.number() }).parse({ age: phone })), /^\$?ZodError/],
    ['of JSON', () => thrown(() => JSON.parse(`{"phone": ${phone}x}`)), /^SyntaxError/],
    ['of a range', () => new RangeError(`not a file id: ${phone}`), /^RangeError/],
    [
      'of DynamoDB, which may bring the item along',
      () =>
        new ConditionalCheckFailedException({
          message: phone,
          $metadata: { httpStatusCode: 400 },
          Item: { body: { S: phone } },
        }),
      /^ConditionalCheckFailedException 400/,
    ],
    ['of many lines', () => new Error(`第一行\n    at home: ${phone}\n${phone}`), /^Error/],
    ['with a cause', () => new Error('外面', { cause: new TypeError(phone) }), /caused by TypeError/],
    [
      'with a name of its own making',
      () => Object.assign(new Error(), { name: `名${phone}`.replace(phone, '某') }),
      /./,
    ],
  ])('%s', (_, made, says) => {
    const told = diagnosis(made())
    expect(told).toMatch(says)
    expect(told).not.toContain(phone)
    expect(told).toMatch(/ at .+:\d+/)
  })

  it('what is thrown and is no error is named by its kind', () => {
    expect([diagnosis(phone), diagnosis({ phone }), diagnosis(undefined)]).toEqual(['string', 'object', 'undefined'])
  })
})

it('a call that breaks is written down by its number, its route and its place, without what was asked', async () => {
  const h = await openHouse('sqlite')
  const said = vi.spyOn(console, 'error').mockReturnValue(undefined)
  vi.spyOn(h.house.stores.cases, 'get').mockRejectedValueOnce(new Error(`SQLITE: ${phone} 林阿公`))
  const { body } = await (await h.as('clerk-dongxi')).get<{ detail: { number: string } }>(
    '/api/cases/c0123456789abcdef01234567',
  )
  expect(said.mock.calls[0]?.slice(0, 3)).toEqual([body.detail.number, 'GET', '/api/cases/:id'])
  expect(JSON.stringify(said.mock.calls)).not.toMatch(/13800138000|林阿公|c0123456789abcdef/)
  await h.close()
})
