import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { Card } from '../../components/Card'
import { PrintButton } from '../../screen/PrintButton'

const isPassed = ({ log }: CaseView) => log.some((e) => e.step === 'resolution' && e.outcome === 'passed')

/** 材料: a matter as the form that is filed, the resolution that is hung, and one file that is kept. For whoever is signed in. */
export function MatterPapers({ view }: { view: CaseView }) {
  const session = useSession()
  if (!session) return null
  const ask = (form: 'record' | 'resolution' | 'archive') => () =>
    call('printMatter', { body: { case: view.id, form } })
  return (
    <Card title="材料" end="每一步都在上面">
      <View className="mw-stack">
        <PrintButton words="打印登记表" ask={ask('record')} />
        {isPassed(view) && view.outcome !== 'withdrawn' && <PrintButton words="打印决议" ask={ask('resolution')} />}
        <PrintButton words="存一份档案" ask={ask('archive')} keeps />
      </View>
    </Card>
  )
}
