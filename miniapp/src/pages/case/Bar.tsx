import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import type { ReactNode } from 'react'
import { useSession } from '../../api/session'
import { Button } from '../../components/Button'
import { canReadAloud } from '../../platform/speech'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { ReadAloud } from '../../screen/ReadAloud'
import { sentencesOf } from './aloud'
import { statusOf } from './CaseBody'

type BarProps = {
  view: CaseView
  workflow: Workflow
  today: string
  /** what this reader, and no other, has to say here */
  mine: ReactNode
  ask?: () => void
  onRead: () => void
}

/** What stands in the bottom bar: reading aloud, asking, and the one thing that this reader is to do here. */
export function Bar({ view, workflow, today, mine, ask, onRead }: BarProps) {
  const main = useMain(view, mine, onRead)
  const mayComment = view.may.asides.some((a) => a.id === 'comment' && a.ok)
  if (!main && !ask && !mayComment && !canReadAloud()) return null
  return (
    <>
      {canReadAloud() && (
        <ReadAloud sentences={() => sentencesOf(view, workflow, statusOf(view, today).words, today)} />
      )}
      {mayComment ? (
        <Button kind="second" grow={!main} icon="edit" onPress={() => go(routes.act(view.id, 'comment'))}>
          提意见
        </Button>
      ) : (
        ask && (
          <Button kind="second" grow={!main} onPress={() => ask()}>
            提出异议
          </Button>
        )
      )}
      {main}
    </>
  )
}

/** The one filled button: what this reader is to do here, else 我看过了. */
function useMain(view: CaseView, mine: ReactNode, onRead: () => void): ReactNode {
  const session = useSession()
  const { step } = view.may
  if (mine) return mine
  if (view.pausedOn && view.may.asides.some((a) => a.id === 'supplement' && a.ok))
    return (
      <Button grow icon="edit" onPress={() => go(routes.act(view.id, 'supplement'))}>
        去补充
      </Button>
    )
  // what nobody may choose here isn't this reader's to do
  if (step?.ok && (step.counted || step.outcomes.length > 0))
    return (
      <Button
        grow
        onPress={() =>
          go(
            step.form === 'sessionHeld'
              ? routes.sessionRun(view.village, String(view.fields.sessionOn))
              : routes.act(view.id, step.step),
          )
        }
      >
        去办：{step.title}
      </Button>
    )
  if (!view.shown || view.read.mine) return null
  const isVillager = session?.person.posts.some((p) => p.role === 'villager' && p.place === view.village)
  if (session && !isVillager) return null
  return (
    <Button
      grow
      // what is filled on an older one is the way to the newer
      kind={view.outcome === 'superseded' ? 'second' : 'primary'}
      icon="check"
      onPress={session ? onRead : () => go(routes.signIn(routes.case(view.id)))}
    >
      我看过了
    </Button>
  )
}
