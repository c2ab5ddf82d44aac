import type { AccountView } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import type { Reply } from '../../api/client'
import { Dialog } from '../../components/Dialog'
import { FieldError } from '../../components/Field'
import { useTrying } from '../../screen/useTrying'

/** What is asked before something of the account goes. */
export type Question = {
  title: string
  says: string
  act: string
  /** once it is done */
  done: string
  ask: () => Promise<Reply<AccountView>>
}

type SureProps = { question: Question; onLeave: () => void; onDone: (account: AccountView) => void }

/** Asks once more, then does it. */
export function Sure({ question: { title, says, act, ask }, onLeave, onDone }: SureProps) {
  const { busy, wrong, attempt } = useTrying()
  const go = () =>
    attempt(async () => {
      const { answer, refused } = await ask()
      if (answer) onDone(answer)
      return refused
    })
  return (
    <Dialog title={title} safe="先不动" onSafe={onLeave} act={act} kind="danger" busy={busy} onAct={() => void go()}>
      <View>{says}</View>
      {wrong !== '' && <FieldError says={wrong} />}
    </Dialog>
  )
}
