import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { Refused } from '../../api/client'
import { aria } from '../../components/aria'
import { ErrorState } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { Skeleton } from '../../components/Skeleton'
import { dayWords } from '../../words'
import { everyMember, everyRow } from './everyPage'
import { changeWords, standsAs } from './memberWords'
import { type PersonChange, rosterChanges } from './rosterChanges'
import './roster.scss'

const first = 20

type Found = { changes: readonly PersonChange[]; before: number; after: number }

/** What a change does to the roster, for whoever checks it: who joins, whose row is another, who leaves. */
export function RosterMaterial({ view }: { view: CaseView }) {
  const { id, village, fields } = view
  const on = String(fields.effectiveOn)
  const whole = fields.kind === 'whole'
  const [found, setFound] = useState<Found>()
  const [refused, setRefused] = useState<Refused>()
  const load = async () => {
    setRefused(undefined)
    const rows = await everyRow(id)
    const members = rows.all ? await everyMember(village, on) : rows
    if (!rows.all || !members.all) return setRefused(members.refused ?? rows.refused)
    const changes = rosterChanges(members.all, { whole, rows: rows.all })
    const many = (change: PersonChange['change']) => changes.filter((c) => c.change === change).length
    setFound({
      changes,
      before: members.all.length,
      after: members.all.length + many('join') - many('leave'),
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is the reason
  useEffect(() => void load(), [id, view.sheet?.id])
  if (refused) return <ErrorState title="名册没打开" says={refused.says} onRetry={() => void load()} />
  if (!found) return <Skeleton kind="lines" label="正在和原来的名册逐个对" />
  const { changes, before, after } = found
  return (
    <>
      <Card title={whole ? '整本换' : '改几个人'} end={`从${dayWords(on)}起`}>
        <View className="mw-strong">{sentence(changes)}</View>
        <View className="mw-second">{`原来${before}人，改完${after}人。`}</View>
      </Card>
      {(['leave', 'edit', 'join'] as const).map((change) => (
        <Part key={change} change={change} people={changes.filter((c) => c.change === change)} />
      ))}
    </>
  )
}

const sentence = (changes: readonly PersonChange[]): string => {
  const parts = (['join', 'edit', 'leave'] as const).flatMap((change) => {
    const many = changes.filter((c) => c.change === change).length
    return many > 0 ? [`${changeWords[change]}${many}人`] : []
  })
  return parts.length > 0 ? parts.join('，') : '和原来的名册一样，没有改动。'
}

const kinds = { join: 'song', edit: 'dai', leave: 'zhe' } as const
const icons = { join: 'plus', edit: 'edit', leave: 'minusc' } as const

function Part({ change, people }: { change: PersonChange['change']; people: readonly PersonChange[] }) {
  const [shown, setShown] = useState(first)
  if (people.length === 0) return null
  const left = people.length - shown
  return (
    <Card title={`${changeWords[change]}的人`} end={`${people.length}人`}>
      <View {...aria({ role: 'list' })}>
        {people.slice(0, shown).map(({ no, name, member, differences }) => (
          <View key={no} className="roster-change" {...aria({ role: 'listitem' })}>
            <View className="roster-change-head">
              <View className="mw-strong">{name}</View>
              <Chip kind={kinds[change]} words={changeWords[change]} icon={icons[change]} />
            </View>
            <View className="mw-meta">
              {[
                no,
                member.group && `${member.group}组`,
                member.household && `${member.household}户`,
                ...standsAs(member),
              ]
                .filter(Boolean)
                .join(' · ')}
            </View>
            {differences.map(({ label, was, now }) => (
              <View key={label}>{`${label}：${was} → ${now}`}</View>
            ))}
            {change === 'edit' && differences.length === 0 && (
              <View className="mw-zhe">写的是修改，内容和原来一样。</View>
            )}
          </View>
        ))}
      </View>
      {left > 0 && (
        <Button kind="second" block small onPress={() => setShown(shown + 5 * first)}>
          {`看后面的${left}人`}
        </Button>
      )}
    </Card>
  )
}
