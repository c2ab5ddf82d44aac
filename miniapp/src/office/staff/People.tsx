import type { Answer } from '@shared/contract'
import type { StaffView } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { aria, heading } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { Ending } from './Ending'
import { postDays } from './postDays'
import { roleWords } from './roles'

type Person = StaffView['people'][number]
type PeopleProps = {
  place: string
  staff: StaffView
  onChanged: (next: StaffView) => void
  onInvited: (code: Answer<'inviteStaff'> & { name: string }) => void
}

/** Who holds which post, and what can be done about it. */
export function People({ place, staff, onChanged, onInvited }: PeopleProps) {
  const { people, mayAppoint } = staff
  if (people.length === 0)
    return (
      <Card>
        <View>这里还没有人任职。{mayAppoint.length > 0 && '点下面“任命一个人”开始。'}</View>
      </Card>
    )
  return (
    <View className="staff-people">
      {people.map((person) => (
        <One key={person.id} {...{ place, person, mayAppoint, onChanged, onInvited }} />
      ))}
    </View>
  )
}

type OneProps = Omit<PeopleProps, 'staff'> & { person: Person; mayAppoint: StaffView['mayAppoint'] }

function One({ place, person, mayAppoint, onChanged, onInvited }: OneProps) {
  const { id, name, posts, signedUp } = person
  const me = useSession()?.person.id
  const [ending, setEnding] = useState<Person['posts'][number]>()
  const { busy, wrong, attempt } = useTrying()
  const now = today()
  const isMine = (post: Person['posts'][number]) => post.place === place && mayAppoint.includes(post.role) && id !== me
  const invite = () =>
    attempt(async () => {
      const { answer, refused } = await call('inviteStaff', { params: { id: place, person: id }, body: {} })
      if (answer) onInvited({ ...answer, name })
      return refused
    })
  return (
    <Card>
      <View className="mw-card-head">
        <View className="mw-h2" {...heading(2)}>
          {name}
        </View>
        {signedUp ? <Chip kind="song" words="能登录" /> : <Chip kind="zhe" words="还没登录过" />}
      </View>
      <View {...aria({ role: 'list', label: `${name}的职务` })}>
        {posts.map((post) => (
          <View key={`${post.place} ${post.role} ${post.from}`} className="staff-post" {...aria({ role: 'listitem' })}>
            <View className="mw-row-words">
              <View className="mw-strong">{post.title}</View>
              <View className="mw-meta">
                {[post.title === roleWords[post.role] ? '' : roleWords[post.role], postDays(post, now)]
                  .filter(Boolean)
                  .join(' · ')}
              </View>
            </View>
            {isMine(post) && (post.until === undefined || post.until > now) && (
              <Button kind="quiet" small label={`免职：${name}，${post.title}`} onPress={() => setEnding(post)}>
                免职
              </Button>
            )}
          </View>
        ))}
      </View>
      {ending && (
        <Ending
          {...{ place, person, post: ending }}
          onLeave={() => setEnding(undefined)}
          onDone={(next) => {
            setEnding(undefined)
            onChanged(next)
          }}
        />
      )}
      <Wrong says={wrong} />
      {posts.some(isMine) && !ending && (
        <View className="staff-code">
          {busy ? (
            <View className="mw-meta">正在做邀请码…</View>
          ) : (
            <Link
              icon="lock"
              words={signedUp ? '忘了密码：重新发邀请码' : '发第一次登录的邀请码'}
              onPress={() => void invite()}
            />
          )}
        </View>
      )}
    </Card>
  )
}
