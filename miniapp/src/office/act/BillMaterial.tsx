import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { FilesCard } from './FilesCard'
import type { MaterialProps } from './Material'
import { ReviewTimeline } from './ReviewTimeline'
import { rowsOf } from './reviewRows'

const facts = ['amount', 'payee', 'purpose', 'category', 'account', 'billOn', 'billNo']

/** A bill for whoever signs it: how much, to whom, for what, whose money; the papers; who has signed. */
export function BillMaterial(props: MaterialProps) {
  return (
    <>
      <Card>
        <Definitions layout="rows" items={rowsOf(props, facts)} />
      </Card>
      <FilesCard title="票据" view={props.view} field="bills" />
      <ReviewTimeline {...props} />
    </>
  )
}
