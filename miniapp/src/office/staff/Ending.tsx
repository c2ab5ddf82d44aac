import type { StaffView } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { today } from '../../api/today'
import { Button } from '../../components/Button'
import { DayField } from '../../components/DayField'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'

type Person = StaffView['people'][number]
type EndingProps = {
  place: string
  person: Person
  post: Person['posts'][number]
  onLeave: () => void
  onDone: (next: StaffView) => void
}

/** The last day of a post, asked and confirmed in its place. */
export function Ending({ place, person, post, onLeave, onDone }: EndingProps) {
  const now = today()
  const [until, setUntil] = useState(now)
  const { busy, wrong, attempt } = useTrying()
  const end = () =>
    attempt(async () => {
      const { answer, refused } = await call('endPost', {
        params: { id: place, person: person.id },
        body: { role: post.role, until },
      })
      if (answer) onDone(answer)
      return refused
    })
  return (
    <View className="staff-ending">
      <View className="mw-strong">
        免去{person.name}的{post.title}
      </View>
      <View className="mw-second">最后一天还能办，第二天起轮到他的事要换人办。</View>
      <DayField id="until" label="任到哪一天" value={until} today={now} from={post.from} onChange={setUntil} />
      <Wrong says={wrong} />
      <View className="staff-ending-acts">
        <Button kind="second" onPress={onLeave}>
          先不动
        </Button>
        <Button kind="danger" grow busy={busy} busyWords="正在免职…" onPress={() => void end()}>
          免职
        </Button>
      </View>
    </View>
  )
}
