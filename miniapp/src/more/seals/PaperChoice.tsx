import { guaranteeRefusal, type PaperClass, paperClass, paperClasses } from '@shared/paperClasses'
import { useState } from 'react'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ChoiceField } from '../../components/ChoiceField'
import { RuleNote } from '../../components/RuleNote'

export type PaperChoiceProps = {
  /** '' while none is chosen */
  value: string
  error?: string
  onChange: (value: string) => void
}

/** What kind of paper it is, and what has to stand behind such a one; what the law forbids is refused at once. */
export function PaperChoice({ value, error, onChange }: PaperChoiceProps) {
  const chosen = paperClass(value)
  const [choosing, setChoosing] = useState(false)
  // chosen, the others make room for what comes next
  const shown = chosen && !choosing ? [chosen] : paperClasses
  return (
    <>
      <ChoiceField
        id="paper"
        label="是什么文件"
        options={shown.map(({ value: of, label, help }) => ({ value: of, words: label, detail: help }))}
        {...{ value, error }}
        onChange={(to) => {
          setChoosing(false)
          onChange(to)
        }}
      />
      {chosen && !choosing && <Link words="换一种文件" icon="refresh" onPress={() => setChoosing(true)} />}
      {chosen && (chosen.needs === 'never' ? <Refused of={chosen} /> : <RuleNote {...chosen.rule} />)}
    </>
  )
}

function Refused({ of }: { of: PaperClass }) {
  return (
    <>
      <Note tone="jiang">{guaranteeRefusal('committee')}</Note>
      <Note tone="jiang">{guaranteeRefusal('collective')}</Note>
      <RuleNote {...of.rule} />
    </>
  )
}
