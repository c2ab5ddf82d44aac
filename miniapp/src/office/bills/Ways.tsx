import { Card } from '../../components/Card'
import { Row } from '../../components/Row'

export type WaysProps = {
  /** above that a decision has to stand behind a bill: 50,000.00元; absent while it isn't known */
  line?: string
  onBill: () => void
  /** for whoever may draw on one */
  onDecision?: () => void
}

/** The two ways of handing in a bill: alone, or out of what a decision has set aside. */
export function Ways({ line, onBill, onDecision }: WaysProps) {
  return (
    <Card flush>
      <Row icon="plus" title="报一笔账" detail={`日常开支${line ? `，一笔不超过${line}` : ''}`} onPress={onBill} />
      {onDecision && (
        <Row
          icon="ballot"
          title="按决议报账"
          detail={`${line ? `一笔超过${line}的，` : ''}四议定下来的事花的钱`}
          onPress={onDecision}
        />
      )}
    </Card>
  )
}
