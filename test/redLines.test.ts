import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { refusalNames, refuse } from '@shared/engine/refusal'
import { orderWords } from '@shared/reportWords'
import { settings } from '@shared/schemas/settings'
import { formFiles } from '@shared/schemas/stepForms'
import { z } from '@shared/schemas/zod'
import { workflows } from '@shared/workflows'
import { describe, expect, it } from 'vitest'
import { openApi } from '../functions/http/openApi'
import { ensureBuilt } from './support/builds'
import { banned, bannedNames, filesUnder, foundIn, foundInValue, namedIn, saidIn } from './support/redLines'

const root = resolve(import.meta.dirname, '..')

const alike = 'how like one text is to another, so that the same is not raised twice'
/** Names that only look like one, each with what it is; none is of a person or a village. */
const innocent: Readonly<Record<string, string>> = {
  'functions/demo/canvas.ts points': 'the corners of a drawing',
  'functions/search/alike.ts score': alike,
  'functions/views/similarView.ts score': alike,
  'functions/views/similarView.ts scores': alike,
  'functions/views/similarView.ts scoreOf': alike,
  'miniapp/src/pages/case/nodes.ts rank': 'which of several states the seal of a joint step shows',
}

const isSchema = (value: unknown): value is z.ZodType => typeof value === 'object' && value !== null && '_zod' in value

const told = (where: string, found: readonly { text: string; what: string }[]) =>
  found.flatMap(({ text, what }) =>
    innocent[`${where} ${text}`] ? [] : [`${where}: “${text.trim().slice(0, 40)}” says ${what}`],
  )

const plain = (schema: z.ZodType) =>
  (['input', 'output'] as const).map((io) => z.toJSONSchema(schema, { io, unrepresentable: 'any' }))

describe('the red lines: no points, leagues, check-ins, time spent online, activity or cards', () => {
  it('in no form: neither its keys nor its labels, helps and choices', () => {
    for (const [name, form] of formFiles.flatMap((file) => Object.entries(file) as [string, z.ZodType][]))
      expect(told(name, foundInValue({ [name]: plain(form) }))).toEqual([])
  })

  it('in no schema of what is stored or sent', async () => {
    const files = filesUnder(root, 'shared/schemas', /\.ts$/)
    let walked = 0
    for (const file of files) {
      const exported = Object.entries((await import(join(root, file))) as Record<string, unknown>)
      for (const [name, schema] of exported) {
        if (!isSchema(schema)) continue
        walked++
        expect(told(file, foundInValue({ [name]: plain(schema) }))).toEqual([])
      }
    }
    expect(walked).toBeGreaterThan(60)
  })

  it('in no call of the OpenAPI document', () => {
    expect(told('openapi', foundInValue(openApi('test')))).toEqual([])
  })

  it('in no workflow, no setting and no refusal', () => {
    expect(told('workflows', foundInValue(workflows))).toEqual([])
    expect(told('settings', foundInValue(settings))).toEqual([])
    expect(told('refusals', foundInValue(refusalNames.map((name) => refuse(name))))).toEqual([])
  })

  it('in no string and no name of any source: screens, prints, papers, messages, reports, the demo', () => {
    const files = ['shared', 'functions', 'miniapp/src'].flatMap((f) => filesUnder(root, f, /\.tsx?$/))
    expect(files.length).toBeGreaterThan(400)
    const found = files.flatMap((file) =>
      foundIn(file, readFileSync(join(root, file), 'utf8')).map((one) => ({ file, ...one })),
    )
    expect(found.flatMap(({ file, ...one }) => told(file, [one]))).toEqual([])
    // an exception that nothing needs any more goes
    const needed = new Set(found.map(({ file, text }) => `${file} ${text}`))
    expect(Object.keys(innocent).filter((one) => !needed.has(one))).toEqual([])
  })

  it('in no text of the built screens', async () => {
    for (const dist of [await ensureBuilt('weapp'), await ensureBuilt('h5')]) {
      const files = filesUnder(dist, '.', /\.(js|json|wxml|html)$/)
      expect(files.length).toBeGreaterThan(0)
      expect(
        files.flatMap((file) => saidIn(readFileSync(join(dist, file), 'utf8')).map((word) => `${file} ${word}`)),
      ).toEqual([])
    }
  }, 400_000)

  it('a report that lists villages says that its order is one of work', () => {
    expect(orderWords).toBe('按逾期多少排，不是名次')
    const papers = ['reportPage.ts', 'reportBook.ts'].map((f) => `functions/papers/report/${f}`)
    for (const file of [...papers, 'miniapp/src/office/reports/Villages.tsx'])
      expect(readFileSync(join(root, file), 'utf8').match(/orderWords/g)?.length, file).toBeGreaterThan(1)
  })
})

describe('what watches the red lines', () => {
  const asText = (words: string) => `export const label = '${words}'`
  it.each(banned.map(([word]) => word))('would see “%s” in a string, a template, a screen and a schema', (word) => {
    const sources = [asText(`本月${word}`), `const a = (n) => \`\${n}${word}\``, `const A = () => <Text>${word}</Text>`]
    for (const source of sources) expect(foundIn('a.tsx', source).map((f) => f.what)).toContain(word)
    const schema = z.object({ a: z.string().meta({ title: `村里的${word}` }) })
    expect(foundInValue(plain(schema)).map((f) => f.what)).toContain(word)
  })

  it.each(bannedNames)('would see “%s” in the key of a schema, a name and a choice', (name) => {
    const camel = name.replace(/ (\w)/g, (_, c: string) => c.toUpperCase())
    const asName = `village${camel[0].toUpperCase()}${camel.slice(1)}`
    expect(namedIn(asName)).toContain(name)
    expect(foundInValue(plain(z.object({ [asName]: z.int() }))).map((f) => f.what)).toContain(name)
    expect(foundInValue(plain(z.enum([camel, 'other']))).map((f) => f.what)).toContain(name)
    expect(foundIn('a.ts', `export const ${asName} = 1`).map((f) => f.what)).toContain(name)
    expect(foundIn('a.ts', `order.by('${camel}')`).map((f) => f.what)).toContain(name)
  })

  it('lets be what is none: how content somebody was, the roll of a meeting, that an order is no order of merit', () => {
    for (const words of [
      '满意、基本满意、不满意',
      '签到册',
      '按逾期多少排，不是名次。',
      '在线参加',
      '分三步做',
      '名册',
    ])
      expect(saidIn(words), words).toEqual([])
    for (const name of ['rating', 'evaluation', 'rolled', 'startsAt', 'restart', 'pointOf', 'checkIndex'])
      expect(namedIn(name), name).toEqual([])
    expect(foundIn('a.ts', '// no ranking, no 积分\nexport const a = 1')).toEqual([])
  })
})
