import type { Workflow } from '@shared/engine/workflow'
import type { PersonView } from '@shared/schemas/views'
import { workflows } from '@shared/workflows'

/** What someone may begin, and in which village. */
export type Opening = { workflow: Workflow; village: string; villageName: string }

/** The newest version of each workflow that one of the person's posts opens. What villagers raise has its own page. */
export const openingsOf = (person: PersonView | undefined): readonly Opening[] => {
  const newest = [...new Map([...workflows].sort((a, b) => a.version - b.version).map((w) => [w.id, w])).values()]
  return newest
    .filter((w) => !(w.opensBy as readonly string[]).includes('villager'))
    .flatMap((workflow) => {
      const post = person?.posts.find(({ role }) => (workflow.opensBy as readonly string[]).includes(role))
      return post ? [{ workflow, village: post.place, villageName: post.placeName }] : []
    })
}

/** What beginning it is called, and what it is for. */
export const openingWords = (workflow: Workflow): { title: string; detail: string; button: string } => {
  const known = words[workflow.mark]
  return known ?? { title: workflow.title, detail: workflow.steps[0].title, button: '开始' }
}

const words: Record<string, { title: string; detail: string; button: string }> = {
  公: { title: '写一份公开', detail: '党务、村务、财务，写好送人审核再贴出', button: '写好了' },
  会: { title: '排一次说事日会', detail: '定好哪天、几点、谁值班', button: '排好了' },
  议: { title: '提一件四议事项', detail: '村里的大事，走四议两公开', button: '提出来' },
}
