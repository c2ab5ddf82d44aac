import { formOf, stepForms } from '@shared/schemas/stepForms'
import { z } from '@shared/schemas/zod'
import { workflows } from '@shared/workflows'
import { readingPage, safeHeaders } from '../http/headers'
import { openApi, openApiPage } from '../http/openApi'
import type { Route } from '../http/serve'

/** What the service says of itself: health, workflows with their forms, the OpenAPI document and a readable page of it. */
export const aboutRoutes: Route = (call, house, app) => {
  call('health', async () => ({ ok: true, version: house.version, store: house.storeName, demo: house.demo }))

  const forms = Object.fromEntries(
    Object.keys(stepForms).map((name) => [
      name,
      z.toJSONSchema(formOf(name)!, { io: 'input', unrepresentable: 'any' }),
    ]),
  )
  call('workflows', async () => ({ workflows: workflows.map((w) => ({ ...w })), forms }))

  app.get('/api/openapi.json', (c) => c.json(openApi(house.version), 200, safeHeaders))
  app.get('/api/docs', (c) => c.html(openApiPage(house.version), 200, { ...safeHeaders, ...readingPage }))
}
