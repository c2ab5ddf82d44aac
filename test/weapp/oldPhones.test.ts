import fs from 'node:fs'
import path from 'node:path'
import ts from 'typescript'
import { beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import { openApp } from '../support/weapp/openApp'

// Syntax that some phones in use can't read, by TypeScript's names for it.
const TOO_NEW = new Set([
  ts.SyntaxKind.ArrowFunction,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.ClassExpression,
  ts.SyntaxKind.QuestionDotToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.SpreadElement,
  ts.SyntaxKind.TemplateExpression,
])

describe('the WeChat build on an old phone', () => {
  let dist: string
  beforeAll(async () => {
    dist = await ensureBuilt('weapp')
  })

  it('has no script with syntax that the phone cannot read', () => {
    const scripts = fs.readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.js'))
    expect(scripts).toContain('app.js')
    const found = scripts.flatMap((file) =>
      newSyntax(fs.readFileSync(path.join(dist, file), 'utf8')).map((s) => `${file}: ${s}`),
    )
    expect(found).toEqual([])
  })

  it('opens every page, even when the server is out of order', async () => {
    const out = () => Response.json({ refusal: 'outOfOrder', says: '系统正在维护，请过一会儿再试。' }, { status: 503 })
    const app = openApp({ dist, request: out })
    for (const route of app.allRoutes) expect((await app.openPage(route)).text, route).not.toBe('')
    expect(app.consoleLog.filter(({ level }) => level === 'error')).toEqual([])
    app.close()
  })
})

/** The first few pieces of too new syntax in a script. */
function newSyntax(code: string): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (TOO_NEW.has(node.kind)) found.push(node.getText(source).slice(0, 60))
    ts.forEachChild(node, visit)
  }
  const source = ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS)
  visit(source)
  return found.slice(0, 5)
}
