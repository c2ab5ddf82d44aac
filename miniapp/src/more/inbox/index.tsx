import type { InboxView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useEffect } from 'react'
import { call, type Reply } from '../../api/client'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { routes } from '../../routes'
import { goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { SignInFirst } from '../../screen/SignInFirst'
import { useReminders } from '../../screen/useReminders'
import { savedWords } from '../../words'
import './index.scss'
import { LetterRow } from './LetterRow'
import { digestOf, leftWords } from './words'

/** 消息: one letter a matter, the latest first. What stands on the screen is no news any more the next time. */
export default function InboxPage() {
  const person = useSession()?.person
  const found = useCall('inbox', person ? {} : null)
  const pages = usePages(pageOf(found.answer), async (after) => paged(await call('inbox', { query: { after } })))
  const today = todayNow()
  useReachBottom(() => void pages.more?.())

  const until = found.savedAt ? undefined : found.answer?.letters[0]?.at
  const unread = found.answer?.unread ?? 0
  useEffect(() => {
    if (until && unread > 0) void call('looked', { body: { until } })
  }, [until, unread])

  if (!person)
    return (
      <SignInFirst
        title="消息"
        first="先登录，再看消息"
        says="您提的事有进展、有事轮到您办，都会写在这里。"
        back={routes.inbox()}
      />
    )
  return (
    <Page title="消息" onBack={goBack} busy={!found.answer} offline={found.savedAt && savedWords(found.savedAt, today)}>
      <Loaded of={found} kind="list" label="正在打开消息">
        {(inbox) =>
          inbox.letters.length === 0 ? (
            <Empty title="还没有消息" says="您提的事有进展、有事轮到您办，都会写在这里。不用一直看着。" />
          ) : (
            <>
              <Note tone={inbox.unread > 0 ? 'zhe' : 'hui'} icon="bell">
                {digestOf(inbox.letters, inbox.unread, today)}
              </Note>
              <Card flush>
                {pages.cards.map((letter) => (
                  <LetterRow key={letter.id} letter={letter} today={today} />
                ))}
              </Card>
              <MoreButton pages={pages} />
            </>
          )
        }
      </Loaded>
      <Remind />
    </Page>
  )
}

const pageOf = (inbox: InboxView | undefined) =>
  inbox && { cards: inbox.letters.map((letter) => ({ ...letter, id: letter.card.id })), next: inbox.next }

const paged = ({ answer, refused }: Reply<InboxView>): Reply<NonNullable<ReturnType<typeof pageOf>>> =>
  answer ? { answer: pageOf(answer)! } : { refused: refused! }

/** 微信提醒我: how many messages are left of each kind, and one more of each by a tap. */
function Remind() {
  const reminders = useReminders(['turn', 'moved', 'reminder'])
  if (!reminders) return null
  const { templates, ask, busy, says } = reminders
  return (
    <Card title="微信提醒我">
      <Stack>
        <View>
          {leftWords(templates).map((words) => (
            <View key={words} className="mw-second inbox-left">
              {words}
            </View>
          ))}
        </View>
        {says && <Note tone="dai">{says}</Note>}
        <Button kind="second" block icon="bell" busy={busy} onPress={() => void ask()}>
          再提醒我一次
        </Button>
      </Stack>
    </Card>
  )
}
