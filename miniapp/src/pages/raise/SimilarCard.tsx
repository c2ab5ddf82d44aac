import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../api/client'
import { aria } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip, Note } from '../../components/Chip'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { caseChip } from '../../words'
import type { Similar } from './useSimilar'

export type SimilarCardProps = {
  found: readonly Similar[]
  today: string
  onCared: (id: string, count: number) => void
  /** Not the same: it is sent. */
  onOther: () => void
}

/** 村里正在办的，是不是同一件？ It keeps nobody from saying theirs. */
export function SimilarCard({ found, today, onCared, onOther }: SimilarCardProps) {
  const [busy, setBusy] = useState('')
  const [refused, setRefused] = useState('')
  if (found.length === 0) return null
  const care = async (id: string) => {
    setBusy(id)
    const { answer, refused } = await call('care', { params: { id } })
    setBusy('')
    setRefused(refused?.says ?? '')
    if (answer) onCared(id, answer.count)
  }
  return (
    <View id="similar" {...aria({ role: 'status', live: 'polite' })}>
      <Card title="村里正在办的，是不是同一件？">
        {found.map(({ card, cares, mine, own }) => (
          <View key={card.id} className="raise-similar">
            <Link words={card.title} onPress={() => go(routes.case(card.id))} />
            <View className="raise-similar-line">
              <Chip {...caseChip(card, today)} />
              <View className="mw-meta">{`${cares}人关心`}</View>
              {mine || own ? (
                <View className="mw-meta">{own ? '您提的' : '您也在内'}</View>
              ) : (
                <Button
                  {...{ kind: 'second', small: true, icon: 'heart', busyWords: '正在记…' }}
                  label={`我也关心：${card.title}`}
                  busy={busy === card.id}
                  onPress={() => void care(card.id)}
                >
                  我也关心
                </Button>
              )}
            </View>
          </View>
        ))}
        {refused !== '' && <Note tone="jiang">{refused}</Note>}
        <View className="mw-meta">是同一件，点“我也关心”就行，不用再说一遍；写的草稿还在。</View>
        <View className="raise-similar-other">
          <Button kind="second" block onPress={onOther}>
            不是同一件，继续提交
          </Button>
        </View>
      </Card>
    </View>
  )
}
