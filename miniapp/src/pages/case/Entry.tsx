import { headsNeeded } from '@shared/engine/count'
import { stepOf } from '@shared/engine/evolve'
import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Definitions } from '../../components/Definitions'
import { Icon } from '../../components/Icon'
import { Photos } from '../../components/PhotoField'
import { type EvidenceLink, EvidenceLinks } from '../../components/Timeline'
import { VoteBar } from '../../components/VoteBar'
import { openPictures } from '../../platform/openFile'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Proof, photoOf, Voices } from './Evidence'
import { formOfEntry, toldBy } from './fields'
import { overseenBy } from './lines'
import { Papers } from './Papers'

// Nobody did it: a day came, or a linked case went on.
const byItself = ['到期自动', '关联事项']

export type EntryProps = {
  entry: EntryView
  view: CaseView
  workflow: Workflow
  today: string
  /** a heading says already what it is */
  untitled?: boolean
}

/** One line of the log, told: when, by whom, what; a meeting with its count; photos and papers. */
export function Entry({ entry, view, workflow, today, untitled }: EntryProps) {
  const [open, setOpen] = useState<'record' | 'photos'>()
  const told = toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today)
  const filesOf = (ids: readonly string[]) => view.files.filter((f) => ids.includes(f.id))
  const photos = filesOf(told.photos).map(photoOf)
  const papers = filesOf(told.papers)
  const isMeeting = entry.effect.tally !== undefined
  const showPhotos = () =>
    openPictures(
      photos.map((p) => p.src),
      0,
    )
  const links: EvidenceLink[] = [
    ...(told.record
      ? [
          {
            words: open === 'record' ? '收起记录' : '记录',
            icon: 'file' as const,
            onPress: () => setOpen(open ? undefined : 'record'),
          },
        ]
      : []),
    ...(isMeeting && photos.length
      ? [{ words: `照片${photos.length}`, icon: 'image' as const, onPress: showPhotos }]
      : []),
  ]
  const over = overseenBy(entry)
  const child = view.links.children.find(({ id }) => id === entry.effect.child)
  const said = entry.step === 'open' || entry.aside ? undefined : entry.says
  const byWhom = entry.step === 'open' || entry.who === '您' || byItself.includes(entry.who) ? '' : entry.who
  return (
    <View className={cls('case-entry', over && 'over')}>
      {entry.aside && !untitled && (
        <View className="case-aside">
          {over && <Icon name={over} size="s" />}
          {entry.title}
        </View>
      )}
      <View className="mw-tl-when">{[told.when, !isMeeting && said].filter(Boolean).join(' · ')}</View>
      {isMeeting && (
        <View className="mw-tl-box">
          <Votes entry={entry} workflow={workflow} />
          {links.length > 0 && <EvidenceLinks links={links} />}
        </View>
      )}
      {entry.erased && <View className="mw-meta">{entry.erased}</View>}
      {told.prose.map(({ label, words }) => (
        <View key={label} className="mw-tl-say">
          {told.prose.length > 1 && <View className="mw-meta">{label}</View>}
          {entry.step === 'open' ? `“${words}”` : words}
        </View>
      ))}
      {told.stages.length > 0 && (
        <View className="case-stages">
          {told.stages.map(({ term, words }) => (
            <View key={term} className="case-stage">
              <View className="case-stage-day">{term}</View>
              <View>{words}</View>
            </View>
          ))}
        </View>
      )}
      {told.facts.length > 0 && (
        <View className="case-facts">
          <Definitions layout="rows" items={told.facts} />
        </View>
      )}
      <Voices files={filesOf(told.voices)} />
      {told.proof && <Proof label={told.proof.label} files={filesOf(told.proof.ids)} />}
      {!isMeeting && photos.length > 0 && (
        <Photos
          photos={photos}
          across={3}
          onOpen={(id) =>
            openPictures(
              photos.map((p) => p.src),
              photos.findIndex((p) => p.id === id),
            )
          }
        />
      )}
      {papers.length > 0 && <Papers files={papers} />}
      {!isMeeting && links.length > 0 && <EvidenceLinks links={links} />}
      {open === 'record' && <View className="mw-tl-say case-record">{told.record}</View>}
      {over && child && (
        <Link
          icon="file"
          words={`${child.number}${child.closed ? '，已办结' : ''}`}
          onPress={() => go(routes.case(child.id))}
        />
      )}
      {byWhom && (
        <View className="mw-tl-who">
          <Icon name="me" size="s" />
          {over ? byWhom : `经办：${byWhom}`}
        </View>
      )}
      {entry.remarks.map(({ remark, says }) => (
        <Note key={remark + says} tone="zhe">
          {says}
        </Note>
      ))}
    </View>
  )
}

/** 回避2人 · 在线3人 · 委托5人 · 到会20户 */
const besides = ({ notVoting, online, proxies, households }: NonNullable<EntryView['effect']['tally']>) => [
  ...(households ? [`到会${households.present}户，应到${households.eligible}户`] : []),
  ...(notVoting ? [`回避${notVoting}人，不投票`] : []),
  ...(online ? [`在线${online}人`] : []),
  ...(proxies ? [`书面委托${proxies}人`] : []),
]

function Votes({ entry, workflow }: { entry: EntryView; workflow: Workflow }) {
  const tally = entry.effect.tally!
  const pass = stepOf(workflow, entry.step)?.count?.pass
  // how many came from afar may stand between the two
  const quorum = entry.counted?.[0]
  const passed = entry.counted?.at(-1)
  const base = pass && { present: tally.present, eligible: tally.eligible, all: tally.all }[pass.of]
  return (
    <>
      <VoteBar
        {...{ eligible: tally.eligible, present: tally.present }}
        {...{ yes: tally.for, no: tally.against, abstain: tally.abstain }}
        need={pass && base !== undefined ? headsNeeded(pass.share, base) : undefined}
        says={passed ?? entry.says}
        passed={entry.outcome === 'passed'}
      />
      {quorum && <View className="mw-meta case-quorum">到会：{quorum}</View>}
      {besides(tally).length > 0 && <View className="mw-meta case-quorum">{besides(tally).join(' · ')}</View>}
    </>
  )
}
