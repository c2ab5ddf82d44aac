import type { Pages } from '../api/usePages'
import { Button } from '../components/Button'
import { Note } from '../components/Chip'

/** 看更多, under a list that goes on: nobody has to know that scrolling does it too. */
export function MoreButton({ pages }: { pages: Omit<Pages, 'cards'> }) {
  const { more, busy, refused } = pages
  if (!more) return null
  return (
    <>
      {refused && <Note tone="jiang">后面的没打开。{refused.says}</Note>}
      <Button kind="second" block busy={busy} busyWords="正在打开…" onPress={() => void more()}>
        {refused ? '再试一次' : '看更多'}
      </Button>
    </>
  )
}
