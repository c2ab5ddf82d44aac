import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { FilesCard } from './FilesCard'
import type { MaterialProps } from './Material'
import { ReviewTimeline } from './ReviewTimeline'
import { rowsOf } from './reviewRows'

const facts = ['applicant', 'sealKind', 'paper', 'purpose', 'copies', 'amount', 'notGuarantee']

/** What a seal is asked for: by whom, which one, on what, by which decision; the paper itself; who has agreed so far. */
export function SealMaterial(props: MaterialProps) {
  return (
    <>
      <Card>
        <Definitions layout="rows" items={rowsOf(props, facts)} />
      </Card>
      <FilesCard title="材料" view={props.view} field="papers" none="没有附文件的照片。看过原件再定。" />
      <ReviewTimeline {...props} />
    </>
  )
}
