import { type Fault, verify } from '@shared/engine/chain'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button, Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Trail, Verified } from '../../components/Document'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { instantWords } from '../../words'

const lineWords = ({ who, says, title, aside }: EntryView) => `${who} ${aside ? title : (says ?? title)}`

/** 9F3A 72C1 0B5E: the head of the log, short enough to be read over the phone. */
export const checkCode = (hash: string): string =>
  hash
    .slice(0, 12)
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1 ')

const faultWords: Record<Fault['fault'], string> = {
  hash: '内容和当时记下的对不上',
  link: '和前一条接不上',
  order: '顺序不对',
  value: '有一项内容被换过',
}

export type VerifyProps = {
  view: CaseView
  today: string
  /** the page tells the same already, step by step */
  folded?: boolean
}

/** 可核验: who did what and when, the code, and the check itself, worked out on this phone. */
export function Verify({ view, today, folded = false }: VerifyProps) {
  const [open, setOpen] = useState(!folded)
  const [faults, setFaults] = useState<readonly Fault[]>()
  const head = view.log.at(-1)
  if (!head) return null
  return (
    <Verified
      title="可以自己核验"
      says="谁录的、谁审的、几时公开，都记着。改一个字、删一条，都能查出来。"
      code={checkCode(head.hash)}
      action={
        <Button kind="second" small onPress={() => setFaults(verify(view.log))}>
          核验一下
        </Button>
      }
    >
      {open ? (
        <View className="case-trail">
          <Trail
            entries={view.log.map((entry) => ({ words: lineWords(entry), when: instantWords(entry.at, today) }))}
          />
        </View>
      ) : (
        <View>
          <Link words={`看全部${view.log.length}条记录`} onPress={() => setOpen(true)} />
        </View>
      )}
      {faults?.length === 0 && (
        <Note tone="song">刚在这台手机上算过：{view.log.length}条记录都对得上，没有改过，也没有少。</Note>
      )}
      {faults && faults.length > 0 && (
        <Note tone="jiang">
          有{faults.length}处对不上：{faults.map(({ no, fault }) => `第${no}条${faultWords[fault]}`).join('，')}
          。请把核验码告诉镇里。
        </Note>
      )}
      <View>
        <Link words="和村里的总账再对一遍" onPress={() => go(routes.verify(view.id))} />
      </View>
    </Verified>
  )
}
