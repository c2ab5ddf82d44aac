import type { UrgedView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { useRef, useState } from 'react'
import { call, type Refused } from '../../api/client'
import { Note } from '../../components/Chip'
import { DayField } from '../../components/DayField'
import { Dialog } from '../../components/Dialog'
import { LongTextField } from '../../components/TextField'
import { newActId } from '../../platform/random'
import { countOf, proposed, type Wanted, writtenProblems } from './words'
import './urging.scss'

export type UrgeDialogProps = {
  township: string
  wanted: Wanted
  today: string
  onClose: () => void
  onSent: (sent: UrgedView) => void
}

/** 督办要求 and by when, with what can't be undone said before it is sent. The same press twice is one act. */
export function UrgeDialog({ township, wanted, today, onClose, onSent }: UrgeDialogProps) {
  const [written, setWritten] = useState(() => proposed(wanted, today))
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<Refused>()
  const actId = useRef<string>()
  const many = countOf(wanted)
  const problems = tried ? writtenProblems(written, today) : {}

  const send = async () => {
    setTried(true)
    const { reason, replyBy } = written
    if (Object.keys(writtenProblems(written, today)).length > 0) return
    setBusy(true)
    setRefused(undefined)
    actId.current ??= await newActId()
    const body = {
      ...{ actId: actId.current, reason: reason.trim(), replyBy },
      ...{ cases: [...wanted.cases], missing: [...wanted.missing] },
    }
    const reply = await call('urge', { params: { id: township }, body })
    setBusy(false)
    if (reply.answer) onSent(reply.answer)
    else setRefused(reply.refused)
  }

  return (
    <Dialog
      title={`给${many}件发督办单`}
      safe="再看看"
      onSafe={onClose}
      act="发督办单"
      onAct={() => void send()}
      kind="primary"
      busy={busy}
    >
      <View className="mw-urge-says">
        一件一张，编号，记进台账，村里和村民都看得到。发出去收不回，村里要按期答复，您再核对。
      </View>
      {refused && <Note tone="zhe">{refused.says}</Note>}
      <LongTextField
        id="urge-reason"
        label="督办要求"
        value={written.reason}
        onChange={(reason) => setWritten({ ...written, reason })}
        error={problems.reason}
      />
      <DayField
        id="urge-replyBy"
        label="哪天前答复"
        value={written.replyBy}
        onChange={(replyBy) => setWritten({ ...written, replyBy })}
        from={today}
        today={today}
        error={problems.replyBy}
      />
    </Dialog>
  )
}
