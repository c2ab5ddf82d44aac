import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { openApi } from '../../functions/http/openApi'

/** What a linter that others keep says of a document: its recommended rules, and those that it only warns of. */
const problemsOf = async (document: unknown): Promise<readonly string[]> => {
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: { 'no-invalid-media-type-examples': 'error', 'tag-description': 'error', 'operation-tag-defined': 'error' },
  })
  const problems = await lintFromString({ source: JSON.stringify(document), absoluteRef: 'openapi.json', config })
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`)
}

type Operation = {
  operationId: string
  parameters: unknown[]
  responses: Record<string, { content: { 'application/json': { schema: { $ref?: string } } } }>
}
type Document = {
  servers?: unknown
  tags: { description?: string }[]
  paths: Record<string, Record<string, Operation>>
}
const broken = (change: (document: Document) => void): Document => {
  const document = JSON.parse(JSON.stringify(openApi('test'))) as Document
  change(document)
  return document
}

describe('the OpenAPI document before a linter', () => {
  it('has no error and no warning', async () => {
    expect(await problemsOf(openApi('test'))).toEqual([])
  })

  const breaks: Readonly<Record<string, (document: Document) => void>> = {
    'no-empty-servers': (d) => delete d.servers,
    'operation-operationId-unique': (d) => {
      d.paths['/api/health'].get.operationId = 'me'
    },
    'operation-4xx-response': (d) => {
      d.paths['/api/me'].get.responses = { 200: d.paths['/api/me'].get.responses[200] }
    },
    'tag-description': (d) => {
      delete d.tags[0].description
    },
    'path-parameters-defined': (d) => {
      d.paths['/api/cases/{id}'].get.parameters = []
    },
    'no-unresolved-refs': (d) => {
      d.paths['/api/me'].get.responses[401].content['application/json'].schema.$ref = '#/components/schemas/Nothing'
    },
  }
  it.each(Object.entries(breaks))('the linter would say %s', async (rule, change) => {
    expect((await problemsOf(broken(change))).join('\n')).toContain(rule)
  })
})
