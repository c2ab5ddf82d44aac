import type { RollsView } from '@shared/schemas/rosterViews'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'

/** How the roster came to be what it is: every change that was agreed, with its case. */
export function Changes({ changes, today }: { changes: RollsView['changes']; today: string }) {
  if (changes.length === 0) return <Note tone="hui">还没有核对过的名册变动。</Note>
  return (
    <Card title="名册是怎么来的" end={`${changes.length}次`} flush>
      {changes.map(({ id, number, kind, effectiveOn, agreedOn, rows }) => (
        <Row
          key={id}
          tile="册"
          title={kind === 'whole' ? `整本换，${rows}人` : `改了${rows}人`}
          detail={`从${monthDay(effectiveOn, today)}起算，${monthDay(agreedOn, today)}核对 · ${number}`}
          onPress={() => go(routes.case(id))}
        />
      ))}
    </Card>
  )
}
