import { fieldsOf } from '@shared/schemas/stepForms'
import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api/client'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Dialog } from '../../components/Dialog'
import { Page } from '../../components/Page'
import { SwitchField } from '../../components/SwitchField'
import { LongTextField } from '../../components/TextField'
import { formOfEntry } from '../../pages/case/fields'
import { param, routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'

const shortest = 5
const chosen = { on: '要删', off: '留着' }

/** 照要求删内容: what somebody who has no account asks the township to take out of a case. */
export default function Erase() {
  const id = param(useRouter().params, 'id')
  const found = useCall('case', id ? { params: { id } } : null)
  if (found.answer) return <Choosing view={found.answer} />
  return (
    <Page title="照要求删内容" onBack={goBack} busy>
      <Loaded of={found} kind="list" label="正在打开这件事">
        {() => null}
      </Loaded>
    </Page>
  )
}

function Choosing({ view }: { view: CaseView }) {
  const [fields, setFields] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  const [isSure, setSure] = useState(false)
  const { busy, wrong, setWrong, attempt } = useTrying()
  const able = view.may.erasable ?? []
  const page = { title: '照要求删内容', onBack: goBack }
  if (able.length === 0)
    return (
      <Page {...page}>
        <Empty
          title="这件事没有可以删的"
          says="只能删村民自己写的、发的。办事的人写的、票数和金额是村务档案，要留着。"
        />
      </Page>
    )
  const turn = (at: string) => (on: boolean) => {
    setWrong('')
    setFields(on ? [...fields, at] : fields.filter((one) => one !== at))
  }
  const ask = () => {
    if (fields.length === 0) return setWrong('请先选要删哪几项。')
    if ([...reason.trim()].length < shortest) return setError(`请写清楚谁要求删、为什么，至少${shortest}个字。`)
    setSure(true)
  }
  const erase = () =>
    attempt(async () => {
      const { refused } = await call('eraseAsked', {
        params: { id: view.id },
        body: { fields: [...fields], reason: reason.trim() },
      })
      setSure(false)
      if (!refused) goInstead(routes.case(view.id))
      return refused
    })
  return (
    <Page
      {...page}
      hint="删了以后找不回来，台账上记着哪天、谁定的。"
      actions={
        <Button kind="danger" grow onPress={ask}>
          {fields.length > 0 ? `删掉选中的${fields.length}项` : '删掉选中的'}
        </Button>
      }
      over={
        isSure && (
          <Dialog
            title="删了以后不能再找回"
            safe="先不删"
            onSafe={() => setSure(false)}
            act={`删掉${fields.length}项`}
            kind="danger"
            busy={busy}
            onAct={() => void erase()}
          >
            <View>
              {view.number}：{fields.map((at) => itemOf(view, at).label).join('、')}
            </View>
          </Dialog>
        )
      }
    >
      <Wrong says={wrong} />
      <Note tone="dai">先核对来的人是不是本人，或者他的监护人、继承人。能登录的，请他自己在“我的数据”里注销。</Note>
      <Card flush title="哪几项">
        {able.map((at) => {
          const { label, words } = itemOf(view, at)
          return (
            <SwitchField
              key={at}
              label={label}
              help={words}
              words={chosen}
              on={fields.includes(at)}
              onChange={turn(at)}
            />
          )
        })}
      </Card>
      <LongTextField
        id="reason"
        label="谁要求删，为什么"
        help="只有办事的人看得到"
        value={reason}
        maxLength={300}
        error={error}
        onChange={(next) => {
          setReason(next)
          setError('')
        }}
      />
    </Page>
  )
}

/** What `no.field` is called, and the beginning of what stands there. */
const itemOf = ({ log, workflow: id, workflowVersion }: CaseView, at: string): { label: string; words: string } => {
  const [no, name] = at.split('.') as [string, string]
  const entry = log[Number(no) - 1]!
  const field = fieldsOf(formOfEntry(workflowOf(id, workflowVersion)!, entry)).find((f) => f.name === name)
  const value = entry.values[name]
  const words = Array.isArray(value) ? `${value.length}份` : String(value ?? '')
  return { label: `第${no}条的${field?.label ?? '内容'}`, words: [...words].slice(0, 40).join('') }
}
