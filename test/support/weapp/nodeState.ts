import type { ComponentDefinition, Data, Method } from './definitions'

export type Listener = { handler: string; stops: boolean; capture: boolean }

/** The page or component whose WXML a node stands in: it hears the node's events and knows its custom tags. */
export type Owner = {
  pageId: number
  route: string
  tags: Record<string, string>
  hear(handler: string, event: object): unknown
}

export type NativeComponent = {
  place: string
  definition: ComponentDefinition
  data: Data
  self: Record<string, unknown>
  methods: Record<string, Method>
  /** The JSON of each property as last handed in by the owner. */
  handed: Record<string, string>
}

/** What WeChat knows of a node beyond its attributes. */
export type NodeState = {
  key?: string
  owner?: Owner
  listeners: Map<string, Listener[]>
  dataset: Data
  component?: NativeComponent
}

const states = new WeakMap<Node, NodeState>()

export function stateOf(node: Node): NodeState {
  let state = states.get(node)
  if (!state) {
    state = { listeners: new Map(), dataset: {} }
    states.set(node, state)
  }
  return state
}
