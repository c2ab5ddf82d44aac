import type { Workflow } from '@shared/engine/workflow'
import type { CaseView, EntryView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { MoreLink } from '../../components/Button'
import { Card } from '../../components/Card'
import { Photos } from '../../components/PhotoField'
import { formOfEntry, toldBy } from '../../pages/case/fields'
import { NoticeBody } from '../../pages/case/NoticeBody'
import { Papers } from '../../pages/case/Papers'
import { openPictures } from '../../platform/openFile'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'

// What came before that is a click away, on the case's own page.
const mostEntries = 2

export type MaterialProps = { view: CaseView; workflow: Workflow; today: string }

/** What someone has to have read before deciding: what was asked for, and what was said on it last. */
export function Material({ view, workflow, today }: MaterialProps) {
  const opening = view.log.find(({ step }) => step === 'open')
  const since = view.log
    .filter((entry) => entry.step !== 'open')
    .filter((entry) => proseOf(workflow, entry, today).length > 0)
    .slice(-mostEntries)
  const isDocument = typeof view.fields.body === 'string'
  return (
    <>
      {isDocument && <NoticeBody view={view} />}
      {!isDocument && opening && (
        <Card title="说的什么事" end={<MoreLink words="看全部经过" onPress={() => go(routes.case(view.id))} />}>
          <Told view={view} entry={opening} workflow={workflow} today={today} />
        </Card>
      )}
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

const proseOf = (workflow: Workflow, entry: EntryView, today: string) =>
  toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today).prose

function Told({ view, entry, workflow, today }: MaterialProps & { entry: EntryView }) {
  const told = toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today)
  const photos = view.files.filter(({ id }) => told.photos.includes(id))
  const papers = view.files.filter(({ id }) => told.papers.includes(id))
  const addresses = photos.map(({ url }) => url)
  return (
    <View className="mw-stack">
      {told.prose.map(({ label, words }) => (
        <View key={label} className="mw-pre">
          {told.prose.length > 1 ? `${label}：${words}` : words}
        </View>
      ))}
      {told.facts.map(({ term, words }) => (
        <View key={term} className="mw-second">
          {term}：{words}
        </View>
      ))}
      {photos.length > 0 && (
        <Photos
          photos={photos.map(({ id, url }) => ({ id, src: url }))}
          onOpen={(id) =>
            openPictures(
              addresses,
              photos.findIndex((photo) => photo.id === id),
            )
          }
        />
      )}
      {papers.length > 0 && <Papers files={papers} />}
    </View>
  )
}
