import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { tick } from '../../platform/phone'
import { routes } from '../../routes'
import { go } from '../../screen/go'

const roles = ['villager', 'partyMember', 'representative']

/** 我也关心: how many do, and a button for whoever lives here and hasn't said so. Only counted, never listed. */
export function Cares({ view, onCared }: { view: CaseView; onCared: (next: CaseView, words: string) => void }) {
  const session = useSession()
  const [busy, setBusy] = useState(false)
  const [says, setSays] = useState('')
  const { cares, mine } = view
  if (!cares) return null
  const livesHere = session?.person.posts.some((p) => roles.includes(p.role) && p.place === view.village)
  const mayCare = !mine && !cares.mine && (!session || livesHere)
  if (!mayCare && cares.count === 0) return null
  const care = async () => {
    if (!session) return go(routes.signIn(routes.case(view.id)))
    setBusy(true)
    setSays('')
    const { answer, refused } = await call('care', { params: { id: view.id } })
    setBusy(false)
    if (refused) return setSays(refused.says)
    tick()
    onCared({ ...view, cares: { count: answer.count, mine: true } }, '记下了，您也关心')
  }
  return (
    <Card>
      <View className="case-cares">
        <View className="case-cares-words">
          <View className="mw-strong">
            {cares.count > 0 ? `${cares.count}人也关心` : '您家也碰到这件事？'}
            {cares.mine && '，有您一个'}
          </View>
          <View className="mw-meta">只数人数，不记是谁。</View>
        </View>
        {mayCare && (
          <Button kind="second" icon="heart" busy={busy} onPress={() => void care()}>
            我也关心
          </Button>
        )}
      </View>
      {says !== '' && <Note tone="jiang">{says}</Note>}
    </Card>
  )
}
