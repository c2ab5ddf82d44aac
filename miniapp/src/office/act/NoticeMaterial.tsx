import { catalogueItem } from '@shared/catalogue'
import { yuan } from '@shared/money'
import { periodName } from '@shared/period'
import { fieldsOf } from '@shared/schemas/stepForms'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Note, Status } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { FileLinks } from '../../components/Row'
import { openPaper, openPictures } from '../../platform/openFile'
import { boardWords, dayWords } from '../../words'
import { scanWords } from '../form/scan'
import { findingsOf } from './findings'
import { SheetMaterial } from './SheetMaterial'
import '../form/form.scss'

export type NoticeMaterialProps = { view: CaseView; today: string }

const kinds = { pdf: 'PDF', xlsx: 'Excel', docx: 'Word' } as const
type Paper = keyof typeof kinds

const paperOf = (name: string): Paper => {
  const end = name.toLowerCase().split('.').pop()
  return end === 'xlsx' || end === 'docx' ? end : 'pdf'
}

/** All that a notice says, for whoever lets it pass: item and period, the list with its sums, the words, each paper and what was found in it. */
export function NoticeMaterial({ view, today }: NoticeMaterialProps) {
  const { fields, sheet } = view
  const ids = Array.isArray(fields.attachments) ? (fields.attachments as string[]) : []
  const papers = view.files.filter(({ id }) => ids.includes(id))
  return (
    <>
      <Card>
        <Definitions layout="rows" items={headOf(fields, today)} />
      </Card>
      {fields.nothing === true && <Note tone="zhe">写的是“这一期没有”。请核对这一期是不是真的没有。</Note>}
      {typeof fields.changed === 'string' && <Words title="改了什么、为什么" words={fields.changed} />}
      {sheet && <SheetMaterial of={view.id} sheet={sheet} />}
      {typeof fields.summary === 'string' && <Words title="大白话说一遍" words={fields.summary} />}
      {typeof fields.body === 'string' && <Words title="内容" words={fields.body} />}
      {papers.length > 0 && (
        <Card title="附件" end={`${papers.length}份`}>
          {papers.map((paper) => (
            <Paper key={paper.id} paper={paper} />
          ))}
        </Card>
      )}
    </>
  )
}

function Words({ title, words }: { title: string; words: string }) {
  return (
    <Card title={title}>
      <View className="mw-pre">{words}</View>
    </Card>
  )
}

function Paper({ paper }: { paper: CaseView['files'][number] }) {
  const { id, name, type, url, scan } = paper
  const isPicture = type.startsWith('image/')
  const kind = paperOf(name)
  const open = () => (isPicture ? openPictures([url], 0) : void openPaper(url, kind))
  return (
    <View>
      <FileLinks
        files={[{ id, name, detail: isPicture ? '照片' : kinds[kind], kind: isPicture ? 'image' : 'file' }]}
        onOpen={open}
      />
      {scan && (
        <View className="mw-paper-scan">
          <Status {...scanWords({ ...scan, found: findingsOf([paper]).findings })} />
        </View>
      )}
    </View>
  )
}

const audiences = fieldsOf('notice').find(({ name }) => name === 'audience')?.options ?? []

const headOf = (fields: CaseView['fields'], today: string) => {
  const item = catalogueItem(String(fields.item))
  const audience = audiences.find(({ value }) => value === fields.audience)?.label
  return [
    ...(item ? [{ term: '公开什么', words: item.title }] : []),
    { term: '贴在哪一栏', words: boardWords[String(fields.board)] ?? '' },
    ...(typeof fields.period === 'string' ? [{ term: '哪个时期', words: periodName(fields.period) }] : []),
    ...(typeof fields.happenedOn === 'string'
      ? [{ term: '哪天发生的', words: dayWords(fields.happenedOn, today) }]
      : []),
    ...(typeof fields.amount === 'number' ? [{ term: '多少钱', words: `${yuan(fields.amount)}元` }] : []),
    ...(audience ? [{ term: '谁能看', words: audience }] : []),
    ...(item?.masking ? [{ term: '要遮住的', words: item.masking }] : []),
  ]
}
