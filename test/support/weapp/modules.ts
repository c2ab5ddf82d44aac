import fs from 'node:fs'
import path from 'node:path'
import vm from 'node:vm'
import type { AppJson, ComponentDefinition, Definition } from './definitions'
import type { Realm } from './realm'

type Wrapper = (require: (id: string) => unknown, module: { exports: unknown }, exports: unknown) => void

// One test file opens many apps of one build: the parsed script is kept as long as the file is the same.
const parsed = new Map<string, vm.Script>()

function parse(file: string): vm.Script {
  const key = `${file}@${fs.statSync(file).mtimeMs}`
  const kept = parsed.get(key)
  if (kept) return kept
  const script = new vm.Script(`(function(require,module,exports){${fs.readFileSync(file, 'utf8')}\n})`, {
    filename: file,
  })
  parsed.set(key, script)
  return script
}

/** The files of one build: what it declares in JSON, and its scripts run in order as WeChat's require does. */
export class Modules {
  readonly app: AppJson
  readonly pages = new Map<string, Definition>()
  readonly components = new Map<string, ComponentDefinition>()
  private readonly loaded = new Map<string, { exports: unknown }>()
  private readonly using = new Map<string, Record<string, string>>()
  private running = ''

  constructor(
    readonly dist: string,
    private readonly realm: () => Realm,
  ) {
    this.app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8'))
  }

  /** Page() and Component() don't say whose they are: it is the script that runs. */
  definePage(definition: Definition): void {
    this.pages.set(this.running, definition)
  }

  defineComponent(definition: ComponentDefinition): void {
    this.components.set(this.running, definition)
  }

  get routes(): string[] {
    const inside = (this.app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
    return [...this.app.pages, ...inside]
  }

  /** Where each custom tag of this page or component is defined, by its path from the root of the build. */
  tagsOf(owner: string): Record<string, string> {
    const kept = this.using.get(owner)
    if (kept) return kept
    const file = path.join(this.dist, `${owner}.json`)
    const json = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {}
    const tags = Object.entries<string>(json.usingComponents ?? {}).map(([tag, place]) => [tag, resolve(owner, place)])
    const found = Object.fromEntries(tags)
    this.using.set(owner, found)
    return found
  }

  /** Runs the script of a page after those of the components that it uses, each once. */
  loadPage(route: string): Definition {
    this.loadComponentsOf(route)
    this.require(route)
    const definition = this.pages.get(route)
    if (!definition) throw new Error(`${route}.js did not call Page()`)
    return definition
  }

  require(id: string): unknown {
    const file = id.endsWith('.js') ? id : `${id}.js`
    const known = this.loaded.get(file)
    if (known) return known.exports
    const module: { exports: unknown } = { exports: {} }
    this.loaded.set(file, module)
    const before = this.running
    this.running = file.replace(/\.js$/, '')
    try {
      const wrapper = this.realm().run(parse(path.join(this.dist, file))) as Wrapper
      wrapper((wanted) => this.require(resolve(file, wanted)), module, module.exports)
    } finally {
      this.running = before
    }
    return module.exports
  }

  private loadComponentsOf(owner: string, seen = new Set<string>()): void {
    for (const place of Object.values(this.tagsOf(owner))) {
      if (seen.has(place)) continue
      seen.add(place)
      this.require(place)
      this.loadComponentsOf(place, seen)
    }
  }
}

/** A path in the build as written in one of its files: from the root with a slash, else from that file's folder. */
export function resolve(from: string, place: string): string {
  return place.startsWith('/') ? place.slice(1) : path.posix.join(path.posix.dirname(from), place)
}
