import { type ReactNode, useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page, type PageProps } from '../../components/Page'
import { LongTextField } from '../../components/TextField'
import { useTrying } from '../../screen/useTrying'
import { Wrong } from '../../screen/Wrong'
import { goToField } from '../form/goToField'
import { contactRows, type Problem } from './contactRows'

const longest = 15_000

type ContactsProps = {
  page: Omit<PageProps, 'children'>
  /** what else is done here */
  tabs: ReactNode
  village: string
  onSaved: () => void
}

/** 登记手机号: lines of 编号 and 手机号, so that people bind their WeChat by themselves. */
export function Contacts({ page, tabs, village, onSaved }: ContactsProps) {
  const [typed, setTyped] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [tries, setTries] = useState(0)
  const [saved, setSaved] = useState<number>()
  const { busy, wrong, setWrong, attempt } = useTrying()
  const send = () => {
    const read = contactRows(typed)
    setProblems(read.problems)
    setTries(tries + 1)
    setSaved(undefined)
    if (read.problems.length > 0) return setWrong('')
    if (read.rows.length === 0) return setWrong('请先填，一行一个人：编号，空一格，手机号。')
    void attempt(async () => {
      const { answer, refused } = await call('contacts', { params: { id: village }, body: { rows: [...read.rows] } })
      if (!answer) return refused
      setSaved(answer.saved)
      const lines = linesOf(typed)
      setProblems(
        answer.problems.map(({ row, says }) => {
          const line = lines[row - 1] ?? row
          return { line, says: `第${line}行：${says}` }
        }),
      )
      if (answer.problems.length === 0) setTyped('')
      onSaved()
      return undefined
    })
  }
  return (
    <Page
      {...page}
      actions={
        <Button block busy={busy} busyWords="正在登记…" onPress={send}>
          登记
        </Button>
      }
    >
      {tabs}
      {problems.length > 0 && (
        <ErrorSummary
          errors={problems.map(({ says }) => ({ id: 'contacts', says }))}
          attempt={tries}
          onGo={goToField}
          title={`有${problems.length}行要改`}
        />
      )}
      <Wrong says={wrong} />
      {saved !== undefined && <Note tone="song">{`${saved}个手机号登记好了。`}</Note>}
      <Card>
        <LongTextField
          id="contacts"
          label="编号和手机号"
          help="一行一个人：名册上的编号，空一格，手机号。可以从表格里整列复制过来"
          placeholder={'1001 13800000000\n1002 13900000000'}
          maxLength={longest}
          value={typed}
          onChange={(next) => {
            setTyped(next)
            setSaved(undefined)
          }}
        />
      </Card>
      <Note tone="hui">号码本身不存，只存核对用的摘要，谁也看不到。登记了的人，在微信里点一下就能绑定。</Note>
    </Page>
  )
}

/** On which line of the box each row that was sent stands. */
const linesOf = (typed: string): readonly number[] =>
  typed.split('\n').flatMap((text, i) => (text.trim() === '' ? [] : [i + 1]))
