import type { BadgeView } from '@shared/schemas/rosterViews'
import { Image, View } from '@tarojs/components'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { aria, heading } from '../../components/aria'
import { Empty } from '../../components/Blank'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { dayWords, savedWords } from '../../words'
import './index.scss'

/** 我的签到码: shown at the door of a meeting, good today alone. */
export default function BadgePage() {
  const person = useSession()?.person
  const found = useCall('badge', person ? {} : null)
  const now = today()
  // whoever isn't on the roster is told what to do; asking again wouldn't help
  const isNobodys = found.refused?.refusal === 'ruleNotMet'
  return (
    <Page
      title="我的签到码"
      onBack={goBack}
      busy={person !== undefined && !found.answer}
      offline={found.savedAt && savedWords(found.savedAt, now)}
    >
      {!person ? (
        <Empty
          title="先登录，才有签到码"
          says="开会时出示签到码，扫一下就算签到。"
          action="去登录"
          onAction={() => go(routes.signIn(routes.badge()))}
        />
      ) : isNobodys ? (
        <Empty
          title="您还没有签到码"
          says={found.refused?.says ?? ''}
          action="回我的"
          onAction={() => go(routes.me())}
        />
      ) : (
        <Loaded of={found} kind="detail" label="正在画签到码">
          {(badge) => <Badge badge={badge} village={villageOf(person.posts)} today={now} />}
        </Loaded>
      )}
    </Page>
  )
}

type Posts = NonNullable<ReturnType<typeof useSession>>['person']['posts']
const villageOf = (posts: Posts) =>
  posts.find(({ role }) => role === 'villager')?.placeName ?? posts[0]?.placeName ?? ''

function Badge({
  badge: { name, no, on, code, svg },
  village,
  today: now,
}: {
  badge: BadgeView
  village: string
  today: string
}) {
  if (on !== now)
    return (
      <Note tone="jiang">
        手机里存的是{dayWords(on, now)}的签到码，今天不能用。请连上网再打开；没有网，就在签到册上签名。
      </Note>
    )
  return (
    <>
      <Card>
        <View className="badge">
          <View className="mw-h1" {...heading(2)}>
            {name}
          </View>
          <View className="mw-second">{[village, `编号${no}`].filter(Boolean).join(' · ')}</View>
          <View className="badge-code" {...aria({ role: 'img', label: `${name}今天的签到码` })}>
            <Image className="badge-picture" src={pictureOf(svg)} />
          </View>
          <View className="mw-strong">今天有效</View>
          <View className="mw-meta">{dayWords(on, now)}</View>
          <View className="badge-letters">{code}</View>
        </View>
      </Card>
      <Note tone="hui">到会时给记签到的人扫一下。扫不了，把上面这一串字念给他，或者在签到册上签名。</Note>
    </>
  )
}

// A picture by itself is no part of a page that knows the namespace, and has no box to take its size from.
const pictureOf = (svg: string) =>
  `data:image/svg+xml,${encodeURIComponent(svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="300"'))}`
