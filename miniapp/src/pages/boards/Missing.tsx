import { periodName } from '@shared/period'
import type { HomeView } from '@shared/schemas/views'
import { useState } from 'react'
import { MoreLink } from '../../components/Button'
import { Card } from '../../components/Card'
import { Item } from '../../components/Item'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'

const tile = { party: '党', village: '村', finance: '财' } as const
const atFirst = 2

/** What should hang on this board and doesn't: told where people look for it, each with a way to ask. */
export function Missing({ home, board }: { home: HomeView; board: string }) {
  const [all, setAll] = useState(false)
  // an answer that the phone has kept may be older than this
  const missing = (home.missing ?? []).filter((m) => board === 'all' || m.board === board)
  if (missing.length === 0) return null
  return (
    <Card flush>
      {missing.slice(0, all ? undefined : atFirst).map(({ code, period, dueOn, ...m }) => (
        <Item
          key={code + period}
          tile={tile[m.board]}
          title={`${m.title}（${periodName(period)}）`}
          chip={{ kind: 'jiang', words: '还没公开' }}
          meta={`按规定应在${monthDay(dueOn, home.today)}前公开，还没有公开。点这里问村里`}
          onPress={() => go(routes.askMissing(home.village.id, code, period))}
        />
      ))}
      {!all && missing.length > atFirst && (
        <MoreLink words={`还有${missing.length - atFirst}项没公开`} onPress={() => setAll(true)} />
      )}
    </Card>
  )
}
