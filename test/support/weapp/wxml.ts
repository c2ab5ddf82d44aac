import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import vm from 'node:vm'

export type VirtualNode = {
  tag: string
  attr?: Record<string, unknown>
  children: Virtual[]
  wxKey?: string
}
export type Virtual = VirtualNode | string | number

/** Draws one .wxml file of the build with data given as JSON; undefined for a file that isn't there. */
export type Draw = (file: string, json: string) => VirtualNode | undefined

/** What WeChat's template runtime complained of: a template that isn't there, a recursion that it stopped. */
export const wxmlWarnings: string[] = []

const compiled = new Map<string, Draw>()

/** Compiles all WXML of a build by WeChat's own compiler (a Linux x86-64 binary inside miniprogram-compiler). */
export function compileWxml(dist: string): Draw {
  const folder = path.resolve(dist)
  const key = `${folder}@${fs.statSync(path.join(folder, 'app.json')).mtimeMs}`
  const known = compiled.get(key)
  if (known) return known
  const { wxmlToJs } = createRequire(import.meta.url)('miniprogram-compiler') as {
    wxmlToJs(folder: string, options: object): string
  }
  const source = wxmlToJs(folder, { maxBuffer: 256 * 1024 * 1024 })
  // The compiled code keeps caches in globals of its own making: two builds in one realm read each other's.
  const context = vm.createContext({
    window: { __webview_engine_version__: 0.02 },
    console: { log() {}, error: console.error, warn: (message: unknown) => wxmlWarnings.push(String(message)) },
  })
  // Data is parsed inside, because WXS asks for constructors: an object of another realm is no Object there.
  const draw = vm.runInContext(
    `(() => {
      const find = (function () { ${source} })()
      return (file, json) => { const draw = find(file); return draw && draw(JSON.parse(json)) }
    })()`,
    context,
    { filename: 'wxml.js' },
  ) as Draw
  compiled.set(key, draw)
  return draw
}
