// @vitest-environment jsdom
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt } from '../support/builds'
import type { Data } from '../support/weapp/definitions'
import { openApp } from '../support/weapp/openApp'

type Simulate = {
  load(place: string, tag: string, options: { compiler: 'official'; rootPath: string }): string
  load(definition: { template: string; usingComponents: Record<string, string>; data: object }): string
  render(id: string): { attach(parent: Node): void }
}

const require = createRequire(import.meta.url)
// Taro draws by two native components: comp below the depth that its templates reach, custom-wrapper for a part that
// redraws by itself. Each is handed a node of the page as `i`; the wrapper draws only what is inside of it.
const handed: Record<string, (node: Data) => Data> = {
  comp: (node) => node,
  'custom-wrapper': (node) => ({ cn: [node] }),
}

describe("the build's own native components, in WeChat's component simulator", () => {
  let dist: string
  let node: Data
  let text: string

  beforeAll(async () => {
    const built = await ensureBuilt('weapp')
    // Node would take the scripts for ES modules beside our package.json.
    dist = fs.mkdtempSync(path.join(os.tmpdir(), 'weapp-'))
    fs.cpSync(built, dist, { recursive: true })
    const app = openApp({ dist: built, request: () => new Response('{}', { status: 503 }) })
    const page = await app.openPage('pages/boards/index')
    // By JSON, because the simulator takes an array of the program's realm for an object.
    node = JSON.parse(JSON.stringify(app.logic.pages.top?.data.root)).cn[0]
    text = page.text
    app.close()
    Object.assign(globalThis, { App() {}, Page() {}, Behavior() {}, getApp() {}, getCurrentPages: () => [] })
  })

  afterAll(() => fs.rmSync(dist, { recursive: true }))

  it('are those that Taro is known to make', () => {
    expect(nativeComponents(dist)).toContain('comp')
    expect(Object.keys(handed)).toEqual(expect.arrayContaining(nativeComponents(dist)))
  })

  it('draw the words of the page that they are handed', () => {
    const simulate: Simulate = require('miniprogram-simulate')
    expect(text).not.toBe('')
    for (const name of nativeComponents(dist)) {
      startAfresh(dist)
      const component = simulate.load(path.join(dist, name), name, { compiler: 'official', rootPath: dist })
      const data = { i: handed[name]!(node) }
      const host = simulate.load({ template: '<it i="{{i}}" />', usingComponents: { it: component }, data })
      const place = document.body.appendChild(document.createElement('div'))
      simulate.render(host).attach(place)
      expect(place.textContent, name).toBe(text)
    }
  })
})

// A build calls Component() once for each component; another load needs all its scripts to run again.
function startAfresh(dist: string): void {
  for (const file of Object.keys(require.cache)) if (file.startsWith(fs.realpathSync(dist))) delete require.cache[file]
  Object.assign((globalThis as unknown as { wx: object }).wx, { webpackJsonp: undefined })
  require(path.join(dist, 'app.js'))
}

function nativeComponents(dist: string): string[] {
  const files = fs.readdirSync(dist).filter((file) => file.endsWith('.json'))
  const isComponent = (file: string) => JSON.parse(fs.readFileSync(path.join(dist, file), 'utf8')).component === true
  return files.filter(isComponent).map((file) => path.basename(file, '.json'))
}
