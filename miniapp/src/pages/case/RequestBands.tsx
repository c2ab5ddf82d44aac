import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { DateCard } from '../../components/DateBlock'
import { routes } from '../../routes'
import { appealed } from '../../screen/appealed'
import { go } from '../../screen/go'
import { leafOf, monthDay, nearDay, timeWords } from '../../words'
import { factsOf } from './fields'
import { waitingWords } from './waiting'

type BandsProps = { view: CaseView; workflow: Workflow; today: string }

/** What a reader has to know of a request before its steps: where it went on, what it waits for, when people sit together over it. */
export function RequestBands({ view, workflow, today }: BandsProps) {
  const waiting = waitingWords(view)
  return (
    <>
      {view.outcome === 'merged' && <MergedInto view={view} />}
      {view.pausedOn && <Paused view={view} today={today} />}
      {view.offered && <Offered view={view} />}
      {view.step === 'consultation' && <Consultation {...{ view, workflow, today }} />}
      {waiting && <Note tone="hui">{waiting}</Note>}
      {waiting && view.mine && <HeldBack view={view} />}
    </>
  )
}

function MergedInto({ view: { links } }: { view: CaseView }) {
  const { into } = links
  return (
    <Note tone="hui" icon="link">
      有人先说过同一件事，两件并在一起办。进展和结果看那一件。
      {into && (
        <View>
          <Link words={`并到 ${into.number}：${into.title}`} onPress={() => go(routes.case(into.id))} />
        </View>
      )}
    </Note>
  )
}

function Paused({ view, today }: { view: CaseView; today: string }) {
  const asked = view.log.findLast((e) => e.aside === 'askVillager')?.values.question
  const until = view.resumesOn && `最晚到${monthDay(view.resumesOn, today)}，没补充也接着办。`
  return (
    <Note tone="zhe">
      {view.mine ? `村里请您补充${asked ? `：${asked}` : ''}` : '村里在等说事人补充，这几天不算在期限里。'}
      {until && <View>{until}</View>}
    </Note>
  )
}

/** Handed on and not yet taken. */
function Offered({ view }: { view: CaseView }) {
  const handed = view.log.findLast((e) => e.values.owner !== undefined)
  const { owner, offered, may } = view
  const mayDecline = may.asides.some((a) => a.id === 'decline' && a.ok)
  const till = owner && owner !== offered ? `接手以前，还是${owner}负责。` : ''
  if (!mayDecline) return <Note tone="hui">{`交给${offered}，等他接手。${till}`}</Note>
  return (
    <Note tone="zhe" icon="me">
      {`${handed ? `${handed.who}把` : ''}这件事交给您办。${till}`}
      <View>
        <Link words="不接，说说为什么" onPress={() => go(routes.act(view.id, 'decline'))} />
      </View>
    </Note>
  )
}

/** 协商: when, where and how, told to everyone beforehand. */
function Consultation({ view, workflow, today }: BandsProps) {
  const { meetOn, startsAt, place } = view.fields
  if (typeof meetOn !== 'string') return null
  const told = factsOf(workflow, view.fields, ['subject', 'way'], today).map(({ words }) => words)
  const where = view.log.findLast((e) => e.step === 'consultationNotice')?.values.place ?? place
  return (
    <DateCard
      {...leafOf(meetOn)}
      title={`${nearDay(meetOn, today)}协商`}
      lines={[
        [typeof startsAt === 'string' && timeWords(startsAt), typeof where === 'string' && where]
          .filter(Boolean)
          .join(' · '),
        told.reverse().join('：'),
      ]}
    />
  )
}

/** A picture of one's own that was held back: its sender may have the township look at it. */
function HeldBack({ view }: Pick<BandsProps, 'view'>) {
  const file = view.files.find((f) => f.waits && f.type.startsWith('image/'))?.id
  const appeal = () => {
    appealed.set({ file })
    go(routes.feedback('appeal'))
  }
  return file ? <Link words="觉得照片拦错了，请镇里看" onPress={appeal} /> : null
}
