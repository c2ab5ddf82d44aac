import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { useCall } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Loaded } from '../../screen/Loaded'
import { monthDay } from '../../words'
import { Finder } from './Finder'
import { type Shown, standsAs } from './memberWords'

const limit = 20

/** Who belongs on that day, to be searched; a page at a time. */
export function Members({ village, on }: { village: string; on: string }) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const found = useCall('roster', { params: { id: village }, query: { on, q, limit } })
  const [rest, setRest] = useState<{ members: readonly Shown[]; next?: string }>()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another day or other words begin anew
  useEffect(() => setRest(undefined), [on, q])
  const next = rest ? rest.next : found.answer?.next
  const more = async () => {
    setBusy(true)
    const reply = await call('roster', { params: { id: village }, query: { on, q, limit, after: next } })
    setBusy(false)
    setRefused(reply.refused)
    if (reply.answer) setRest({ members: [...(rest?.members ?? []), ...reply.answer.members], next: reply.answer.next })
  }
  const search = () => setQ(typed.trim())
  return (
    <Card title="名册上的人" end={found.answer && `${found.answer.found}人`} flush>
      <View className="roster-search">
        <Finder label="找人" typed={typed} onType={setTyped} onFind={search} />
      </View>
      <Loaded of={found} kind="lines" label="正在找">
        {({ members }) => (
          <View {...aria({ role: 'list', label: '名册上的人' })}>
            {[...members, ...(rest?.members ?? [])].map((member) => (
              <Person key={member.no} member={member} on={on} />
            ))}
            {members.length === 0 && (
              <View className="roster-count">没有找到“{q}”。换姓名里的一个字，或者写户号再找。</View>
            )}
          </View>
        )}
      </Loaded>
      {next && (
        <View className="roster-more">
          {refused && <Note tone="jiang">后面的没打开。{refused.says}</Note>}
          <Button kind="second" block busy={busy} busyWords="正在打开…" onPress={() => void more()}>
            看后面的
          </Button>
        </View>
      )}
    </Card>
  )
}

function Person({ member, on }: { member: Shown; on: string }) {
  const { no, name, household, group, sex, adultOn } = member
  const minor = adultOn > on ? [`${monthDay(adultOn, on)}满18岁`] : []
  return (
    <View className="roster-person" {...aria({ role: 'listitem' })}>
      <View className="mw-strong">{name}</View>
      <View className="mw-meta">
        {[no, `${group}组`, `${household}户`, sex === 'female' ? '女' : '男', ...minor].join(' · ')}
      </View>
      {standsAs(member).length > 0 && <View>{standsAs(member).join('，')}</View>}
    </View>
  )
}
