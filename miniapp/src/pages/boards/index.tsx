import { wan } from '@shared/money'
import { periodWords } from '@shared/period'
import type { HomeView } from '@shared/schemas/views'
import { codeOf } from '@shared/seenCheckpoint'
import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useContext, useState } from 'react'
import { call } from '../../api/client'
import { useFresh } from '../../api/opened'
import { useSeen } from '../../api/seenCheckpoint'
import { useCall } from '../../api/useCall'
import { useHome } from '../../api/useHome'
import { usePages } from '../../api/usePages'
import { ErrorState } from '../../components/Blank'
import { IconButton, Link, MoreLink } from '../../components/Button'
import { Card, SectionTitle } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Figures } from '../../components/Ledger'
import { HomeBar } from '../../components/NavBar'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Segmented } from '../../components/Segmented'
import { Skeleton } from '../../components/Skeleton'
import { ScreenContext } from '../../components/screen'
import { canReadAloud } from '../../platform/speech'
import { routes } from '../../routes'
import { CardList } from '../../screen/CardList'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { setLook } from '../../screen/look'
import { MoreButton } from '../../screen/MoreButton'
import { ReadAloud } from '../../screen/ReadAloud'
import { SessionCard } from '../../screen/SessionCard'
import { Waiting } from '../../screen/Waiting'
import { displayChip, nearDay, savedWords, timeWords } from '../../words'
import { Filter, type Only } from './Filter'
import { Missing } from './Missing'

const tabs = [
  { value: 'all', words: '全部' },
  { value: 'party', words: '党务' },
  { value: 'village', words: '村务' },
  { value: 'finance', words: '财务' },
] as const

type Tab = (typeof tabs)[number]['value']

/** 公开栏: the next 说事日, last month's account, the boards. One call. */
export default function Boards() {
  const { elder } = useContext(ScreenContext)
  const home = useHome()
  const { answer, savedAt } = home
  return (
    <Page
      nav={
        <HomeBar
          village={answer?.village.name ?? '明务'}
          onVillage={() => go(routes.villages())}
          elder={elder}
          onElder={() => setLook({ elder: !elder })}
        />
      }
      busy={!answer}
      offline={answer && savedAt && savedWords(savedAt, answer.today)}
    >
      <Waiting />
      <Loaded of={home} kind="board" label="正在打开公开栏">
        {(shown) => <Home home={shown} savedAt={savedAt} />}
      </Loaded>
    </Page>
  )
}

function Home({ home, savedAt }: { home: HomeView; savedAt?: string }) {
  const { session, today, account } = home
  const { elder } = useContext(ScreenContext)
  return (
    <>
      <Alarm village={home.village.id} />
      {elder && canReadAloud() && <ReadAloud wide sentences={() => sentencesOf(home)} />}
      <SessionCard session={session} today={today} last={`已经有${session.waiting}件事等着说`} />
      {account && <Account account={account} />}
      <Card flush>
        <Row icon="list" title="办事指南" detail="到村里办事，要带什么、几天办好" onPress={() => go(routes.guides())} />
      </Card>
      <Board home={home} offline={savedAt !== undefined} />
    </>
  )
}

/** What someone who can't read wants to know of this page. */
function sentencesOf({ session, today, account, cards }: HomeView): string[] {
  const sums =
    account && `${periodWords(account.period)}村里收入${wan(account.income)}万元，支出${wan(account.expense)}万元。`
  const next = `${nearDay(session.on, today)}是说事日，${timeWords(session.startsAt)}，${session.place}。`
  const titles = cards.slice(0, 8).map((card) => `${card.title}，${displayChip(card.until, today).words}。`)
  return [next, ...(sums ? [sums] : []), '公开栏上有：', ...titles]
}

function Account({ account }: { account: NonNullable<HomeView['account']> }) {
  const { elder } = useContext(ScreenContext)
  const unit = elder ? '万元' : '万'
  return (
    <Card
      title={`${periodWords(account.period)}村里的账`}
      end={<MoreLink words="看明细" onPress={() => go(routes.case(account.id))} />}
    >
      <Figures
        figures={[
          { words: '收入', value: wan(account.income), unit, dot: 'in' },
          { words: '支出', value: wan(account.expense), unit, dot: 'out' },
          { words: '结余', value: wan(account.closing), unit },
        ]}
      />
    </Card>
  )
}

function Board({ home, offline }: { home: HomeView; offline: boolean }) {
  const [tab, setTab] = useState<Tab>('all')
  const [only, setOnly] = useState<Only>()
  const id = home.village.id
  const query = only && { item: only.item, ...(only.period && { period: only.period }) }
  // The first page of 全部 came with the home page.
  const isHome = tab === 'all' && !only
  const other = useCall('board', isHome ? null : { params: { id, board: tab }, ...(query && { query }) })
  const first = isHome ? home : other.answer
  const pages = usePages(first, (after) => call('board', { params: { id, board: tab }, query: { ...query, after } }))
  const isFresh = useFresh(home.today)
  useReachBottom(() => void pages.more?.())
  return (
    <>
      <SectionTitle
        title="公开栏"
        end={<IconButton icon="search" label="在公开栏里找" onPress={() => go(routes.search())} />}
      />
      <Segmented
        label="公开栏分类"
        options={tabs}
        value={tab}
        onChange={(to) => {
          setTab(to)
          setOnly(undefined)
        }}
      />
      <Filter {...{ village: id, board: tab, today: home.today, only }} onOnly={setOnly} />
      <Missing home={home} board={tab} />
      <MoreLink words="该公开的公开了没有" onPress={() => go(routes.disclosure(id))} />
      <TotalAccount village={id} />
      {!first && !other.refused && <Skeleton kind="list" label="正在打开公开栏" />}
      {!first && other.refused && <ErrorState says={other.refused.says} onRetry={() => void other.reload()} />}
      {first && (
        <CardList
          cards={pages.cards}
          today={home.today}
          isFresh={isFresh}
          saved={offline || other.savedAt !== undefined}
          empty={
            only
              ? { title: '这一项没有找到', says: '可能已经换成更正后的一份。可以看别的时期，或者看全部。' }
              : { title: '这一栏还没有贴东西', says: '村里公开的事会贴在这里，每件至少贴15天。' }
          }
        />
      )}
      <MoreButton pages={pages} />
    </>
  )
}

/** Before all else, where a 总账 came that can't follow from the one that this phone saw. */
function Alarm({ village }: { village: string }) {
  return useSeen(village)?.against ? (
    <Note tone="jiang">
      村里的总账和这台手机上次看到的接不上：可能被人改过。
      <View>
        <Link words="核验一下，看看怎么办" onPress={() => go(routes.verify())} />
      </View>
    </Note>
  ) : null
}

/** 总账: which one this phone saw last. */
function TotalAccount({ village }: { village: string }) {
  const seen = useSeen(village)
  if (!seen) return null
  const words = `第${seen.no}号总账，核验码 ${codeOf(seen.root)}`
  return <MoreLink words={words} onPress={() => go(routes.verify())} />
}
