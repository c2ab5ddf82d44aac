import type { LogicLayer } from './logicLayer'
import { stateOf } from './nodeState'

const POINT = { identifier: 0, clientX: 1, clientY: 1, pageX: 1, pageY: 1 }

const about = (node: Element) => ({ id: node.id, dataset: { ...stateOf(node).dataset }, offsetLeft: 0, offsetTop: 0 })

/**
 * Fires an event at a node as WXML does: capture-* from the page down, then bind* and catch* from the node up.
 * Events of fields don't bubble. Answers how many handlers heard it.
 */
export function fire(logic: LogicLayer, target: Element, type: string, detail: object = {}, bubbles = true): number {
  const upward: Element[] = []
  for (let node: Element | null = target; node; node = node.parentElement) upward.push(node)
  const isTouch = /^(touch|tap|longpress|longtap)/.test(type)
  const touches = isTouch ? { touches: [POINT], changedTouches: [POINT] } : {}
  let heard = 0
  const visit = (node: Element, capture: boolean): boolean => {
    const { listeners, owner } = stateOf(node)
    for (const listener of listeners.get(type) ?? []) {
      if (listener.capture !== capture) continue
      heard++
      const places = { target: about(target), currentTarget: about(node) }
      const event = logic.copy({ type, timeStamp: performance.now(), ...places, mark: {}, detail, ...touches })
      logic.pending.guard(() => owner?.hear(listener.handler, event))
      if (listener.stops) return false
    }
    return true
  }
  logic.isTapped = type === 'tap'
  try {
    const goesOn = [...upward].reverse().every((node) => visit(node, true))
    if (goesOn) (bubbles ? upward : [target]).every((node) => visit(node, false))
  } finally {
    logic.isTapped = false
  }
  return heard
}
