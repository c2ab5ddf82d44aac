import { pageScrollTo } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import type { useSending } from './useSending'

export type WritingPageProps = {
  title: string
  onBack: () => void
  /** who will read it */
  hint?: string
  /** on the button that sends it */
  words: string
  /** the fields as they stand on the page, for the list of what is wrong */
  order: readonly string[]
  sending: Pick<ReturnType<typeof useSending>, 'errors' | 'attempt' | 'refused' | 'busy'>
  onSubmit: () => void
  children: ReactNode
}

/** The page on which someone writes what opens a case: what is wrong first, then the fields, the one button below. */
export function WritingPage({ title, onBack, hint, words, order, sending, onSubmit, children }: WritingPageProps) {
  const { errors, attempt, refused, busy } = sending
  const list = order.filter((field) => errors[field]).map((field) => ({ id: field, says: errors[field] }))
  return (
    <Page
      {...{ title, onBack, hint }}
      actions={
        <Button grow busy={busy} busyWords="正在发…" onPress={onSubmit}>
          {words}
        </Button>
      }
    >
      {list.length > 0 && (
        <ErrorSummary errors={list} attempt={attempt} onGo={(id) => void pageScrollTo({ selector: `#${id}` })} />
      )}
      {refused && <Note tone="jiang">{refused.says}</Note>}
      {children}
    </Page>
  )
}
