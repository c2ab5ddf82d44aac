import type { CaseView } from '@shared/schemas/views'
import { today } from '../../api/today'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Opening } from '../open/Opening'
import type { Opening as OpeningOf } from '../open/openings'
import { type Due, heldWords, postSource, startOf } from './due'

export type BeginningProps = {
  workflow: OpeningOf['workflow']
  row: Due
  onBack: () => void
  onOpened: (view: CaseView) => void
}

/** 开始审计: who and which post are those of the list; what is audited and from when to when may still be changed. */
export function Beginning({ workflow, row, onBack, onOpened }: BeginningProps) {
  return (
    <Opening
      opening={{ workflow, village: row.village, villageName: row.villageName }}
      {...{ item: '', period: '', title: '开始审计', onBack, onOpened }}
      about={`${row.person} ${row.post}`}
      start={startOf(row, today())}
      given={{ subject: row.person, post: row.post }}
      people={[{ id: row.person, says: `${row.name}，${row.title}` }]}
    >
      <Card title="审计谁">
        <Definitions
          layout="rows"
          items={[
            { term: '姓名', words: row.name },
            { term: '职务', words: `${row.villageName}，${row.title}` },
            { term: '任职', words: heldWords(row) },
            { term: '为什么审', words: row.why },
            { term: '依据', words: postSource(row) },
          ]}
        />
      </Card>
    </Opening>
  )
}
