import type { CaseView } from '@shared/schemas/views'
import { useState } from 'react'
import { today } from '../../api/today'
import { Note } from '../../components/Chip'
import { Opened } from '../open/Opened'
import { Opening } from '../open/Opening'
import type { Opening as OpeningOf } from '../open/openings'

const called = { whole: '导入一本新名册', rows: '名册改几个人' } as const
const told = {
  whole: '这一本会换下原来的名册：表里没有的人，从起算的那天起就不在名册里了。',
  rows: '只写要变的人：有人来、有人走、情况变了。没写到的人不变。',
} as const

/** The opening of a change of the roster: a whole list, or some people of it. */
export function Changing({ opening, kind }: { opening: OpeningOf; kind: 'whole' | 'rows' }) {
  const [opened, setOpened] = useState<CaseView>()
  const now = today()
  if (opened) return <Opened view={opened} />
  const title = `${Number(now.slice(0, 4))}年${Number(now.slice(5, 7))}月${kind === 'whole' ? '核对名册' : '名册变动'}`
  return (
    <Opening
      {...{ opening, item: '', period: '', about: kind, title: called[kind], onOpened: setOpened }}
      start={{ title, kind, effectiveOn: now }}
      given={{ kind }}
    >
      <Note tone={kind === 'whole' ? 'zhe' : 'dai'}>{told[kind]}</Note>
    </Opening>
  )
}
