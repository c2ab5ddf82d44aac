import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import type { ComponentType } from 'react'
import { MoreLink } from '../../components/Button'
import { Card } from '../../components/Card'
import { Photos } from '../../components/PhotoField'
import { Proof, photoOf, Voices } from '../../pages/case/Evidence'
import { formOfEntry, toldBy } from '../../pages/case/fields'
import { Papers } from '../../pages/case/Papers'
import { openPictures } from '../../platform/openFile'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import { RosterMaterial } from '../roster/RosterMaterial'
import { AskedMaterial } from './AskedMaterial'
import { AuditMaterial } from './AuditMaterial'
import { BillMaterial } from './BillMaterial'
import { MatterMaterial } from './MatterMaterial'
import { NoticeMaterial } from './NoticeMaterial'
import { SealMaterial } from './SealMaterial'

// What came before that is a click away, on the case's own page.
const mostEntries = 2

export type MaterialProps = { view: CaseView; workflow: Workflow; today: string }

/** What someone has to have read before deciding: what was asked for, and what was said on it last. */
export function Material({ view, workflow, today }: MaterialProps) {
  const opening = view.log.find(({ step }) => step === 'open')
  const Review = reviews[workflow.openForm]
  const isMatter = workflow.openForm === 'matter'
  const since = view.log
    // what was written anew is what is shown
    .filter((entry) => entry.step !== 'open' && entry.step !== 'revision')
    .filter((entry) => proseOf(workflow, entry, today).length > 0)
    .filter((entry) => !isMatter || entry.effect.tally === undefined)
    .slice(workflow.openForm === 'auditPlan' ? 0 : -mostEntries)
  const { board, item, question } = view.fields
  const isNotice = typeof board === 'string' && typeof item === 'string'
  const isQuestion = typeof question === 'string' && workflow.openForm === 'objection'
  // each signature says for itself what was said with it
  if (Review && Review !== AuditMaterial) return <Review {...{ view, workflow, today }} />
  return (
    <>
      {Review && <Review {...{ view, workflow, today }} />}
      {isNotice && <NoticeMaterial view={view} today={today} />}
      {isQuestion && <AskedMaterial view={view} />}
      {isMatter && <MatterMaterial {...{ view, workflow, today }} />}
      {!isNotice && !isQuestion && !isMatter && !Review && opening && (
        <Card
          title={opened[workflow.openForm] ?? '说的什么事'}
          end={<MoreLink words="看全部经过" onPress={() => go(routes.case(view.id))} />}
        >
          <Told view={view} entry={opening} workflow={workflow} today={today} />
        </Card>
      )}
      {view.sheet?.kind === 'roster' && <RosterMaterial view={view} />}
      {since.map((entry) => (
        <Card
          key={entry.no}
          title={`${entry.title}${entry.says ? `：${entry.says}` : ''}`}
          end={monthDay(entry.on, today)}
        >
          <Told view={view} entry={entry} workflow={workflow} today={today} />
        </Card>
      ))}
    </>
  )
}

const reviews: Readonly<Partial<Record<string, ComponentType<MaterialProps>>>> = {
  sealPaper: SealMaterial,
  bill: BillMaterial,
  auditPlan: AuditMaterial,
}

/** Whether every step of it is judged by what was handed in, also by whoever counts votes or mends it. */
export const isReview = ({ openForm }: Workflow): boolean => reviews[openForm] !== undefined

const opened: Readonly<Record<string, string>> = {
  sessionPlan: '哪天、在哪里',
  rosterChange: '为什么改',
  consultationOutcome: '协商的结果',
  supervision: '督办要求',
  interview: '为什么约谈',
  watch: '为什么列入，怎么帮',
}

const proseOf = (workflow: Workflow, entry: EntryView, today: string) =>
  toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today).prose

function Told({ view, entry, workflow, today }: MaterialProps & { entry: EntryView }) {
  const told = toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today)
  const photos = view.files.filter(({ id }) => told.photos.includes(id))
  const papers = view.files.filter(({ id }) => told.papers.includes(id))
  const voices = view.files.filter(({ id }) => told.voices.includes(id))
  const proof = view.files.filter(({ id }) => told.proof?.ids.includes(id))
  const addresses = photos.map(({ url }) => url)
  return (
    <View className="mw-stack">
      {told.prose.map(({ label, words }) => (
        <View key={label} className="mw-pre">
          {told.prose.length > 1 ? `${label}：${words}` : words}
        </View>
      ))}
      {[...told.facts, ...told.stages].map(({ term, words }) => (
        <View key={term} className="mw-second">
          {term}：{words}
        </View>
      ))}
      {photos.length > 0 && (
        <Photos
          photos={photos.map(photoOf)}
          onOpen={(id) =>
            openPictures(
              addresses,
              photos.findIndex((photo) => photo.id === id),
            )
          }
        />
      )}
      <Voices files={voices} />
      {told.proof && proof.length > 0 && <Proof label={told.proof.label} files={proof} />}
      {papers.length > 0 && <Papers files={papers} />}
    </View>
  )
}
