import { yuan } from '@shared/money'
import type { DecisionsView } from '@shared/schemas/reviewViews'
import { useCall } from '../api/useCall'
import { Empty } from '../components/Blank'
import { Card } from '../components/Card'
import { Row } from '../components/Row'
import { routes } from '../routes'
import { go } from '../screen/go'
import { Loaded } from '../screen/Loaded'
import { monthDay } from '../words'

type Decision = DecisionsView['decisions'][number]

/** What is drawn from a decision: bills from what is unspent, papers under a seal from what no other paper has taken. */
const drawn = {
  spend: { left: (d: Decision) => d.left, words: '还能报' },
  sealPaper: { left: (d: Decision) => d.unpledged, words: '还能签' },
} as const

export type DecisionsProps = {
  village: string
  /** what is done on the decision's matter */
  act: keyof typeof drawn
  /** what kind of paper it is, where that has been chosen already */
  paper?: string
  today: string
}

/** The passed decisions that have money left; one of them leads to the form on its matter. */
export function Decisions({ village, act, paper, today }: DecisionsProps) {
  const found = useCall('decisions', { params: { id: village } })
  const { left, words } = drawn[act]
  return (
    <Loaded of={found} kind="list" label="正在找通过的决议">
      {({ decisions }) => {
        const open = decisions.filter((d) => left(d) > 0)
        return open.length > 0 ? (
          <Card flush title="选一件通过的决议">
            {open.map((d) => (
              <Row
                key={d.id}
                tile="议"
                title={d.title}
                detail={`${d.number}，${monthDay(d.passedOn, today)}通过。定了${yuan(d.budget)}元，${words}${yuan(left(d))}元`}
                onPress={() => go(routes.act(d.id, act, { paper }))}
              />
            ))}
          </Card>
        ) : (
          <Empty
            title="没有通过的、还有钱的决议"
            says="先提一件四议事项，会上定了做什么、多少钱，再到这里来。"
            action="提一件四议事项"
            onAction={() => go(routes.open(''))}
          />
        )
      }}
    </Loaded>
  )
}
