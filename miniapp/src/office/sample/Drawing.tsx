import type { SampleView } from '@shared/schemas/requestViews'
import { useState } from 'react'
import { call, type Refused } from '../../api/client'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { NumberField } from '../../components/NumberField'
import { monthWords } from './months'

export type DrawingProps = { township: string; view: SampleView; today: string; onDrawn: (view: SampleView) => void }

const usual = 5
const most = 50

/** Before a month is drawn: from how many, how many, and that it can't be done again. */
export function Drawing({ township, view, today, onDrawn }: DrawingProps) {
  const { month, closed } = view
  const [many, setMany] = useState<number | undefined>(usual)
  const [error, setError] = useState('')
  const [refused, setRefused] = useState<Refused>()
  const [busy, setBusy] = useState(false)
  const name = monthWords(month, today)

  const draw = async () => {
    const wrong = problemOf(many)
    setError(wrong)
    setRefused(undefined)
    if (wrong || many === undefined || busy) return
    setBusy(true)
    const { answer, refused } = await call('drawSample', { params: { id: township }, body: { month, many } })
    setBusy(false)
    setRefused(refused)
    if (answer) onDrawn(answer)
  }

  if (closed === 0)
    return <Empty title={`${name}没有办结的说事`} says="有村民评过，或者过了评价期的，才能抽。换一个月看看。" />
  return (
    <Card title={`${name}还没有抽`} end={`办结了${closed}件`}>
      <Stack>
        <NumberField
          id="many"
          label="抽几件"
          help={
            many !== undefined && many > closed
              ? `一共只有${closed}件，会全部抽到。`
              : '抽到的，镇里再去看一遍、问一遍。'
          }
          unit="件"
          value={many}
          error={error}
          onChange={setMany}
        />
        <Note tone="zhe">一个月只抽一次，抽完不能重抽。抽到哪几件由系统按种子算，谁也挑不了。</Note>
        {refused && <Note tone="jiang">没有抽成。{refused.says}</Note>}
        <Button block busy={busy} busyWords="正在抽…" onPress={() => void draw()}>
          抽签
        </Button>
      </Stack>
    </Card>
  )
}

const problemOf = (many: number | undefined): string => {
  if (many === undefined) return '请填写抽几件，一般抽5件。'
  if (many < 1) return '至少抽1件。'
  return many > most ? `最多抽${most}件。` : ''
}
