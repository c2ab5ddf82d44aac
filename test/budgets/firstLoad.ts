import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

const FIRST_PAGE = 'pages/boards/index'

/** Gzipped bytes of every script that a browser reads before it shows the first page. */
export function firstLoad(dist: string): number {
  const html = fs.readFileSync(path.join(dist, 'index.html'), 'utf8')
  const inHtml = [...html.matchAll(/<script[^>]* src="\/?([^"]+)"/g)].map((match) => match[1]!)
  const entry = inHtml.find((file) => path.basename(file).startsWith('app.'))
  if (!entry) throw new Error(`${dist}/index.html names no app script`)
  const files = new Set([...inHtml, ...chunksOfFirstPage(dist, fs.readFileSync(path.join(dist, entry), 'utf8'))])
  return [...files].reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(dist, file))).byteLength, 0)
}

/** What the entry script loads for the page, by webpack's chunk numbers; each script says at its start which it is. */
function chunksOfFirstPage(dist: string, entry: string): string[] {
  const start = entry.search(new RegExp(`path"?:"${FIRST_PAGE}","?load`))
  if (start < 0) throw new Error(`the entry script doesn't load ${FIRST_PAGE}`)
  const load = entry.slice(start, entry.indexOf('.then(', start))
  const ids = [...load.matchAll(/\.e\((\d+)\)/g)].map((match) => match[1]!)
  if (ids.length === 0) throw new Error(`${FIRST_PAGE} is loaded with no chunk of its own`)
  const scripts = fs.readdirSync(path.join(dist, 'js')).filter((file) => file.endsWith('.js'))
  const idsOf = (file: string) =>
    /\.push\(\[\[([\d,]+)\]/.exec(fs.readFileSync(path.join(dist, 'js', file), 'utf8'))?.[1]?.split(',') ?? []
  return ids.map((id) => {
    const file = scripts.find((script) => idsOf(script).includes(id))
    if (!file) throw new Error(`no script of ${dist}/js is chunk ${id}`)
    return `js/${file}`
  })
}
