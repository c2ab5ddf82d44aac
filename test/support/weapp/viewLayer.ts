import { JSDOM } from 'jsdom'
import { callIfThere, type PageInstance } from './definitions'
import type { LogicLayer } from './logicLayer'
import { mountComponent, unmountComponent } from './nativeComponent'
import { type NodeState, type Owner, stateOf } from './nodeState'
import { compileWxml, type Draw, type Virtual, type VirtualNode } from './wxml'

const EVENT = /^(capture-)?(bind|catch|mut-bind):?(.+)$/

/** The half of WeChat that draws: compiled WXML, patched by key into a document. */
export class ViewLayer {
  readonly window = new JSDOM('<!doctype html><body></body>', { url: 'https://servicewechat.com' }).window
  readonly draw: Draw
  private readonly roots = new Map<number, HTMLElement>()

  constructor(readonly logic: LogicLayer) {
    this.draw = compileWxml(logic.modules.dist)
  }

  created(page: PageInstance): void {
    const root = this.window.document.createElement('wx-page')
    root.setAttribute('route', page.route)
    this.window.document.body.append(root)
    this.roots.set(page.__id, root)
    this.render(page)
  }

  shown(page: PageInstance, visible: boolean): void {
    this.roots.get(page.__id)?.toggleAttribute('hidden', !visible)
  }

  removed(page: PageInstance): void {
    const root = this.roots.get(page.__id)
    if (!root) return
    this.remove(root)
    this.roots.delete(page.__id)
  }

  changed(page: PageInstance, done: () => void): void {
    this.logic.pending.defer(() => {
      if (this.roots.has(page.__id)) this.render(page)
      done()
    })
  }

  rootOf(page: PageInstance): HTMLElement | undefined {
    return this.roots.get(page.__id)
  }

  find(selector: string): Element[] {
    const root = this.logic.pages.top && this.rootOf(this.logic.pages.top)
    return root ? [...root.querySelectorAll(selector.replace('>>>', ' '))] : []
  }

  /** Draws a page or component file into its host node. */
  drawInto(host: HTMLElement, file: string, data: object, owner: Owner): void {
    const drawn = this.draw(file, JSON.stringify(data))
    if (!drawn) throw new Error(`the build has no ${file}`)
    this.patch(host, drawn.children, owner)
  }

  private render(page: PageInstance): void {
    this.drawInto(this.roots.get(page.__id)!, `${page.route}.wxml`, page.data, {
      pageId: page.__id,
      route: page.route,
      tags: this.logic.modules.tagsOf(page.route),
      hear: (handler, event) => {
        if (typeof page[handler] !== 'function') throw new Error(`${page.route} has no handler ${handler}`)
        return callIfThere(page, handler, event)
      },
    })
  }

  private patch(host: HTMLElement, children: Virtual[], owner: Owner): void {
    const before = [...host.childNodes]
    const byKey = new Map(before.map((node) => [stateOf(node).key, node]))
    const unkeyed = new Set(before.filter((node) => stateOf(node).key === undefined))
    const take = (name: string, key: string | undefined): Node | undefined => {
      const found =
        key === undefined ? [...unkeyed].find((node) => node.nodeName.toLowerCase() === name) : byKey.get(key)
      if (found && found.nodeName.toLowerCase() === name && (key !== undefined || unkeyed.delete(found))) return found
      return undefined
    }
    const after = flat(children).map(({ child, key }) => {
      if (typeof child === 'string') {
        const text = take('#text', undefined) ?? this.window.document.createTextNode('')
        if (text.nodeValue !== child) text.nodeValue = child
        return text
      }
      const known = take(child.tag, key) as HTMLElement | undefined
      const element = known ?? this.window.document.createElement(child.tag)
      stateOf(element).key = key
      this.update(element, child, owner)
      return element
    })
    const kept = new Set<Node>(after)
    for (const node of before) if (!kept.has(node)) this.remove(node)
    after.forEach((node, i) => {
      if (host.childNodes[i] !== node) host.insertBefore(node, host.childNodes[i] ?? null)
    })
  }

  private update(element: HTMLElement, virtual: VirtualNode, owner: Owner): void {
    const attributes = virtual.attr ?? {}
    const state = stateOf(element)
    state.owner = owner
    readEvents(state, attributes)
    const wanted = new Map<string, string>()
    for (const [name, value] of Object.entries(attributes)) {
      if (EVENT.test(name) || value === undefined || value === null || value === false || value === '') continue
      // what stands on a wheel is seen, unlike other objects
      if (typeof value === 'object' && name !== 'range') continue
      wanted.set(dashed(name), value === true ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value))
    }
    for (const name of element.getAttributeNames()) if (!wanted.has(name)) element.removeAttribute(name)
    for (const [name, value] of wanted) if (element.getAttribute(name) !== value) element.setAttribute(name, value)
    const place = owner.tags[virtual.tag.replace(/^wx-/, '')]
    if (place) mountComponent(this, element, place, attributes, owner)
    else this.patch(element, virtual.children, owner)
  }

  private remove(node: ChildNode): void {
    for (const child of [...node.childNodes]) this.remove(child)
    unmountComponent(node)
    node.remove()
  }
}

function readEvents(state: NodeState, attributes: Record<string, unknown>): void {
  state.listeners = new Map()
  state.dataset = {}
  for (const [name, value] of Object.entries(attributes)) {
    const event = EVENT.exec(name)
    if (event && typeof value === 'string' && value !== '') {
      const listeners = state.listeners.get(event[3]!) ?? []
      listeners.push({ handler: value, stops: event[2] === 'catch', capture: event[1] !== undefined })
      state.listeners.set(event[3]!, listeners)
    } else if (name.startsWith('data-')) {
      state.dataset[name.slice(5).replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase())] = value
    }
  }
}

type Child = { child: VirtualNode | string; key?: string }

/** The children without WeChat's grouping nodes, which aren't on screen: a list, and one group for each of its items. */
function flat(children: Virtual[], group = ''): Child[] {
  return children.flatMap((child, i): Child[] => {
    if (typeof child !== 'object') return child === '' ? [] : [{ child: String(child) }]
    const isGroup = child.tag === 'virtual' || child.tag === 'wx-block'
    // Of a keyed item the place doesn't count: that is what lets its nodes move.
    if (isGroup) return flat(child.children, `${group}/${child.wxKey === undefined ? i : `=${child.wxKey}`}`)
    const sid = child.attr?.['data-sid']
    return [{ child, key: sid === undefined ? keyIn(group, i) : String(sid) }]
  })
}

const keyIn = (group: string, i: number) => (group.includes('=') ? `${group}/${i}` : undefined)
const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
