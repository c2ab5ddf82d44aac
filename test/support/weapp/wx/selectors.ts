import type { Host } from './call'

type Receive = (result: unknown) => void
type Question = { selector?: string; all: boolean; receive?: Receive }

// There is no layout here: every node that matches has these measures, one that doesn't has none.
const MEASURES = { left: 0, top: 0, right: 100, bottom: 40, width: 100, height: 40, scrollLeft: 0, scrollTop: 0 }

/** wx.createSelectorQuery over the page on screen: null where nothing matches, a list for selectAll. */
export function selectorQuery(host: Host, find: (selector: string) => Element[]) {
  const questions: Question[] = []
  const query: Record<string, unknown> = {}
  const ask = (question: Question) => {
    const add = (receive?: unknown) => {
      questions.push({ ...question, receive: typeof receive === 'function' ? (receive as Receive) : undefined })
      return query
    }
    return {
      boundingClientRect: add,
      scrollOffset: add,
      node: add,
      context: add,
      fields: (_fields: unknown, receive?: unknown) => add(receive),
    }
  }
  const answer = ({ selector, all }: Question) => {
    if (selector === undefined) return { ...MEASURES, right: 390, bottom: 844, width: 390, height: 844 }
    const found = find(selector).map((node) => ({ ...MEASURES, id: node.id, dataset: {} }))
    return all ? found : (found[0] ?? null)
  }
  return Object.assign(query, {
    in: () => query,
    select: (selector: string) => ask({ selector, all: false }),
    selectAll: (selector: string) => ask({ selector, all: true }),
    selectViewport: () => ask({ all: false }),
    exec: (done?: (results: unknown[]) => void) => {
      host.pending.defer(() => {
        const results = host.realm().copy(questions.map(answer))
        questions.forEach((question, i) => {
          question.receive?.(results[i])
        })
        done?.(results)
      })
      return query
    },
  })
}
