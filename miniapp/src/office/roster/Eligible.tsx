import type { RollsView } from '@shared/schemas/rosterViews'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { SelectField } from '../form/SelectField'

type Roll = RollsView['rolls'][number]

/** What stands beside 应到, where heads alone don't say it. */
const more = ({ roll, eligible, all, households, composition }: Roll): string => {
  if (composition && roll === 'representativesMeeting')
    return `其中村民代表${composition.representatives}人，妇女代表${composition.women}人`
  if (composition) return `其中支委${composition.branch}人`
  if (roll === 'adults' || roll === 'households') return `${households}户`
  return all > eligible ? `全体成员${all}人` : ''
}

const wordsOf = (roll: Roll) => {
  const beside = more(roll)
  return `${roll.eligible}人${beside && `（${beside}）`}`
}

export type EligibleProps = { view: RollsView; group?: number; onGroup: (group: number | undefined) => void }

/** 应到 of every meeting on the day that is looked at; those of a 组 once one is chosen. */
export function Eligible({ view, group, onGroup }: EligibleProps) {
  return (
    <Card title="各种会应到几人" end={`名册${view.people}人`}>
      <Definitions layout="rows" items={view.rolls.map((roll) => ({ term: roll.title, words: wordsOf(roll) }))} />
      {view.groups.length > 0 && (
        <SelectField
          label="小组开会应到几人"
          help={group === undefined ? '选一个组，上面就多出这个组的会' : undefined}
          options={view.groups.map((g) => ({ value: String(g), label: `${g}组` }))}
          value={group === undefined ? '' : String(group)}
          onChange={(value) => onGroup(value ? Number(value) : undefined)}
        />
      )}
    </Card>
  )
}
