import { assign } from './dataPath'
import type { Data } from './definitions'
import { type NativeComponent, type Owner, stateOf } from './nodeState'
import type { ViewLayer } from './viewLayer'

/** Makes or updates the native component that a custom tag stands for, and draws it into its node. */
export function mountComponent(
  view: ViewLayer,
  host: HTMLElement,
  place: string,
  attributes: Record<string, unknown>,
  owner: Owner,
): void {
  const state = stateOf(host)
  const known = state.component
  const component = known ?? create(view, place)
  // Only a property whose value changed is handed in again: the component's own setData outlives its owner's drawing.
  for (const name of Object.keys(component.definition.properties ?? {})) {
    const json = JSON.stringify(attributes[name])
    if (json === undefined || json === component.handed[name]) continue
    component.handed[name] = json
    component.data[name] = view.logic.copy(attributes[name])
  }
  if (!known) {
    state.component = component
    component.self.setData = (changes: Data, done?: () => void) => setData(view, host, owner, changes, done)
    const attached = component.definition.lifetimes?.attached ?? component.definition.attached
    attached?.call(component.self)
  }
  draw(view, host, owner)
}

/** Detaches the component of a node that leaves the screen, if it has one. */
export function unmountComponent(node: Node): void {
  const { component } = stateOf(node)
  const detached = component?.definition.lifetimes?.detached ?? component?.definition.detached
  detached?.call(component?.self)
}

function create(view: ViewLayer, place: string): NativeComponent {
  const definition = view.logic.modules.components.get(place)
  if (!definition) throw new Error(`${place}.js did not call Component()`)
  const initial = Object.entries(definition.properties ?? {}).map(([name, property]) => [name, property?.value])
  const data: Data = view.logic.copy({ ...definition.data, ...Object.fromEntries(initial) })
  const methods = definition.methods ?? {}
  return { place, definition, data, methods, handed: {}, self: { ...methods, data, properties: data } }
}

function setData(view: ViewLayer, host: HTMLElement, owner: Owner, changes: Data, done?: () => void): void {
  const component = stateOf(host).component!
  const json = JSON.stringify(changes)
  const size = { bytes: Buffer.byteLength(json), paths: Object.keys(changes), first: false }
  view.logic.pages.setDataLog.push({ page: owner.route, pageId: owner.pageId, target: 'component', ...size })
  for (const [path, value] of Object.entries(JSON.parse(json))) assign(component.data, path, value)
  const answered = view.logic.pending.begin()
  view.logic.pending.defer(() => {
    if (host.isConnected) draw(view, host, owner)
    view.logic.pending.guard(() => done?.call(component.self))
    answered()
  })
}

function draw(view: ViewLayer, host: HTMLElement, owner: Owner): void {
  const { place, data, methods, self } = stateOf(host).component!
  view.drawInto(host, `${place}.wxml`, data, {
    ...owner,
    tags: view.logic.modules.tagsOf(place),
    hear: (handler, event) => {
      const method = methods[handler]
      if (!method) throw new Error(`${place} has no method ${handler}`)
      return method.call(self, event)
    },
  })
}
