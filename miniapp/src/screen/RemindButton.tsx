import { Button } from '../components/Button'
import { Note } from '../components/Chip'
import { type Kind, useReminders } from './useReminders'

/** 微信告诉我: one tap, one message of each kind. Nothing where WeChat can't send any. */
export function RemindButton({ words, kinds }: { words: string; kinds: readonly Kind[] }) {
  const reminders = useReminders(kinds)
  if (!reminders) return null
  const { ask, busy, says } = reminders
  return (
    <>
      {says && <Note tone="dai">{says}</Note>}
      <Button kind="second" block icon="bell" busy={busy} onPress={() => void ask()}>
        {words}
      </Button>
    </>
  )
}
