import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import type { Shown } from './memberWords'
import './roster.scss'
import { Finder } from './Finder'

const limit = 8

export type FromRosterProps = {
  village: string
  on: string
  /** numbers that stand in the form already */
  taken: readonly string[]
  onPick: (member: Shown, change: 'edit' | 'leave') => void
}

/** Finds somebody on the roster, to be edited or to leave: nothing about them is typed twice. */
export function FromRoster({ village, on, taken, onPick }: FromRosterProps) {
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const { answer, refused } = useCall('roster', q ? { params: { id: village }, query: { on, q, limit } } : null)
  const search = () => setQ(typed.trim())
  const pick = (member: Shown, change: 'edit' | 'leave') => {
    setTyped('')
    setQ('')
    onPick(member, change)
  }
  return (
    <View>
      <Finder label="从名册里找要改的人" typed={typed} onType={setTyped} onFind={search} />
      {refused && <Note tone="zhe">名册没打开。{refused.says}</Note>}
      {answer?.members.map((member) => (
        <View key={member.no} className="roster-pick">
          <View>
            <View className="mw-strong">{member.name}</View>
            <View className="mw-meta">{`${member.no} · ${member.group}组 · ${member.household}户`}</View>
          </View>
          {taken.includes(member.no) ? (
            <View className="mw-meta">已经在下面了</View>
          ) : (
            <View className="roster-pick-acts">
              <Button
                kind="second"
                small
                icon="edit"
                label={`改${member.name}的情况`}
                onPress={() => pick(member, 'edit')}
              >
                情况变了
              </Button>
              <Button
                kind="second"
                small
                icon="minusc"
                label={`把${member.name}从名册里去掉`}
                onPress={() => pick(member, 'leave')}
              >
                去掉
              </Button>
            </View>
          )}
        </View>
      ))}
      {answer && answer.found > limit && <View className="mw-meta">一共{answer.found}人，再多写一个字。</View>}
      {answer?.found === 0 && <View className="mw-meta">名册里没有找到“{q}”。换一个字再找。</View>}
    </View>
  )
}
