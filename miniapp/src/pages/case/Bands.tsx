import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import { Difference } from './Difference'
import { formOfEntry, toldBy } from './fields'

type BandProps = { view: CaseView; workflow: Workflow; today: string }

/** What a reader has to know of a notice before anything in it: that there is a newer one, what was corrected, that nothing is in it, that it was taken down. */
export function Bands(props: BandProps) {
  const { view } = props
  const reviews = view.log.filter((e) => e.outcome && ['agreed', 'escalated'].includes(e.outcome))
  return (
    <>
      {view.outcome === 'superseded' && <Superseded view={view} />}
      {view.outcome === 'withdrawn' && <Stone {...props} />}
      {typeof view.fields.changed === 'string' && view.workflow === 'correction' && (
        <Corrects view={view} changed={view.fields.changed} />
      )}
      {view.fields.nothing === true && (
        <Card title="这一期没有">
          <View>村里声明：这一期没有要公开的内容。</View>
          {reviews.map(({ no, who, title, on }) => (
            <View key={no} className="mw-meta">{`${who}，${monthDay(on, props.today)}${title}，同意这样写。`}</View>
          ))}
        </Card>
      )}
    </>
  )
}

function Superseded({ view: { corrected } }: { view: CaseView }) {
  return (
    <Card>
      <Note tone="zhe">这一份已经更正，请看新的。旧的留在这里，让大家对照。</Note>
      {corrected && (
        <View className="case-band-act">
          <Button block icon="right" onPress={() => go(routes.case(corrected.id))}>
            看新的
          </Button>
        </View>
      )}
    </Card>
  )
}

function Corrects({ view, changed }: { view: CaseView; changed: string }) {
  const [open, setOpen] = useState(false)
  const old = view.links.from
  return (
    <Card title="更正了什么、为什么">
      <View className="mw-pre">{changed}</View>
      <View className="case-asking">
        <Link words={open ? '收起' : '看哪里不一样'} onPress={() => setOpen(!open)} />
        {old && <Link words="看原来那一份" onPress={() => go(routes.case(old.id))} />}
      </View>
      {open && <Difference id={view.id} />}
    </Card>
  )
}

/** A stone: what was said is gone, that it was there stays, with the reason and the code it can be checked by. */
function Stone({ view, workflow, today }: BandProps) {
  const taken = view.log.findLast((e) => e.aside === 'withdraw')
  if (!taken) return null
  const { facts, prose } = toldBy(formOfEntry(workflow, taken), taken.values, taken.on, today)
  return (
    <Card title="这一份撤下了">
      <Note tone="zhe">内容不再显示。什么时候贴过、为什么撤、谁撤的，都留在下面的记录里，删不掉。</Note>
      <View className="case-band-act">
        <Definitions
          layout="rows"
          items={[
            { term: '撤下的日子', words: monthDay(taken.on, today) },
            { term: '谁撤的', words: taken.who },
            ...facts,
            ...prose.map(({ label, words }) => ({ term: label, words })),
          ]}
        />
      </View>
      <View className="mw-meta case-band-act">这一条记录的核验码</View>
      <View className="mw-code case-hash">{taken.hash}</View>
    </Card>
  )
}
