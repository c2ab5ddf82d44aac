import type { CardView } from '@shared/schemas/views'
import { useDidShow, useReachBottom } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../api/client'
import { markListed, useNews } from '../../api/news'
import { useOutbox } from '../../api/outbox'
import { useSession } from '../../api/session'
import { useCall } from '../../api/useCall'
import { useHome } from '../../api/useHome'
import { usePages } from '../../api/usePages'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { ProgressList } from '../../screen/ProgressList'
import { SessionCard } from '../../screen/SessionCard'
import { takeSpeakTab } from '../../screen/speakTab'
import { Waiting } from '../../screen/Waiting'
import { cutOffWords, monthDay, savedWords } from '../../words'
import { heardSoon } from './heardSoon'
import { Reminder } from './Reminder'
import { Ways } from './Ways'

/** 说事: the next 说事日, what has been raised and how far it is, what this reader raised. */
export default function Speak() {
  const home = useHome()
  const session = useSession()
  const [tab, setTab] = useState<'all' | 'mine'>('all')
  useDidShow(() => {
    const asked = takeSpeakTab()
    if (asked) setTab(asked)
  })
  const id = home.villageId
  const list = (mine?: '1') => (id ? { params: { id }, query: { workflow: 'request', ...(mine && { mine }) } } : null)
  const all = useCall('cases', list())
  const mine = useCall('cases', session ? list('1') : null)
  const shown = tab === 'all' ? all : mine
  const pages = usePages(shown.answer, (after) => {
    const query = { workflow: 'request', after, ...(tab === 'mine' && { mine: '1' as const }) }
    return call('cases', { params: { id: id! }, query })
  })
  useReachBottom(() => void pages.more?.())

  // What has just gone out belongs into both lists.
  const waiting = useOutbox().length
  const before = useRef(waiting)
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a shorter queue asks again
  useEffect(() => {
    if (waiting < before.current) void Promise.all([all.reload(), mine.reload()])
    before.current = waiting
  }, [waiting])

  const ours = mine.answer?.cards
  useEffect(() => {
    if (ours) markListed(ours)
  }, [ours])
  const isNews = useNews()
  const tabs = [
    { value: 'all', words: '全村的' },
    { value: 'mine', words: '我提的', fresh: ours?.filter(isNews).length },
  ] as const

  const ids = new Set(ours?.map((card) => card.id))
  const isMine = (card: CardView) => tab === 'mine' || ids.has(card.id)
  const today = home.answer?.today ?? ''
  const metaOf = (card: CardView) => `${isMine(card) ? '您提的，' : ''}${monthDay(card.on, today)}`
  return (
    <Page title="说事" busy={!home.answer} offline={home.savedAt && savedWords(home.savedAt, today)}>
      <Loaded of={home} kind="board" label="正在打开说事">
        {({ session: next, village }) => (
          <>
            <SessionCard session={next} today={today} last={`${cutOffWords(next.cutOff, today)}提交能赶上`} />
            <Reminder cards={heardSoon(ours ?? [], next.on, today)} on={next.on} today={today} />
            <Waiting />
            <Segmented label="看谁提的" options={tabs} value={tab} onChange={setTab} />
            {tab === 'mine' && !session ? (
              <Empty
                title="登录后看您提的事"
                says="登录以后，您提过的事走到哪一步都在这里。"
                action="去登录"
                onAction={() => go(routes.signIn(routes.speak()))}
              />
            ) : (
              <Loaded of={shown} kind="list" label="正在打开" phone={village.phone}>
                {() => (
                  <ProgressList
                    {...{ cards: pages.cards, today, isMine, isNews, metaOf }}
                    empty={
                      tab === 'mine'
                        ? {
                            title: '您还没有说过事',
                            says: '路坏了、灯不亮、账看不懂，都可以说。到了说事日村里统一听。',
                          }
                        : { title: '还没有人说事', says: '村里的事都可以说，说了大家看得到走到哪一步。' }
                    }
                  />
                )}
              </Loaded>
            )}
            <MoreButton pages={pages} />
            <Ways />
          </>
        )}
      </Loaded>
    </Page>
  )
}
