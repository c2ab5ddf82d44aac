import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Photos } from '../../components/PhotoField'
import { openPictures } from '../../platform/openFile'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { photoOf } from './Evidence'
import { factsOf } from './fields'
import { Papers } from './Papers'

type HeadProps = { view: CaseView; workflow: Workflow; today: string }

/** What is told first of a review: the fields of its opening, and the papers that came with it. */
const told: Readonly<Record<string, { facts: readonly string[]; papers?: string; called?: string }>> = {
  章: {
    facts: ['applicant', 'sealKind', 'paper', 'purpose', 'copies', 'amount', 'notGuarantee'],
    papers: 'papers',
    called: '材料',
  },
  支: {
    facts: ['amount', 'payee', 'purpose', 'category', 'account', 'billOn', 'billNo'],
    papers: 'bills',
    called: '票据',
  },
  计: { facts: ['post', 'subject', 'kind', 'coversFrom', 'coversTo', 'electionOn', 'demand'] },
  册: { facts: ['kind', 'effectiveOn', 'reason'] },
}

export const isReview = (mark: string): boolean => told[mark] !== undefined

/** 谁申请 · 盖什么章 · 做什么用 · 表决依据: a review in a few rows, with what was handed in. */
export function ReviewHead({ view, workflow, today }: HeadProps) {
  const { facts, papers, called = '材料' } = told[workflow.mark]
  const { links, fields } = view
  const ids = papers && Array.isArray(fields[papers]) ? (fields[papers] as string[]) : []
  const files = view.files.filter(({ id }) => ids.includes(id))
  const photos = files.filter(({ type }) => type.startsWith('image/'))
  const others = files.filter((file) => !photos.includes(file))
  const person = view.may.people.find(({ id }) => id === fields.subject)
  return (
    <>
      <Card>
        <Definitions
          layout="rows"
          items={[
            ...(person ? [{ term: '谁', words: person.says }] : []),
            ...factsOf(workflow, fields, facts, today),
            ...(links.from
              ? [{ term: '表决依据', words: links.from.number, onPress: () => go(routes.case(links.from!.id)) }]
              : []),
          ]}
        />
      </Card>
      {files.length > 0 && (
        <Card title={called} end={`${files.length}份`}>
          {photos.length > 0 && (
            <Photos
              photos={photos.map(photoOf)}
              across={3}
              onOpen={(id) =>
                openPictures(
                  photos.map(({ url }) => url),
                  photos.findIndex((photo) => photo.id === id),
                )
              }
            />
          )}
          {others.length > 0 && <Papers files={others} />}
        </Card>
      )}
    </>
  )
}
