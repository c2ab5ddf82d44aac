import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Photos } from '../../components/PhotoField'
import { openPictures } from '../../platform/openFile'
import { monthDay } from '../../words'
import { photoOf } from './Evidence'
import { factsOf, formOfEntry, toldBy } from './fields'

/** 协商结果: how and when people sat together, what came of it, and how far it has been carried out since. */
export function Outcome({ view, workflow, today }: { view: CaseView; workflow: Workflow; today: string }) {
  const { result } = view.fields
  return (
    <>
      <Card title="商量的结果">
        <View className="mw-pre">{typeof result === 'string' ? result : ''}</View>
        <View className="case-plan">
          <Definitions items={factsOf(workflow, view.fields, ['way', 'heldOn'], today)} />
        </View>
      </Card>
      {view.log
        .filter((entry) => entry.aside === 'carriedOut')
        .map((entry) => {
          const told = toldBy(formOfEntry(workflow, entry), entry.values, entry.on, today)
          const photos = view.files.filter((f) => told.photos.includes(f.id)).map(photoOf)
          const open = (id: string) =>
            openPictures(
              photos.map((p) => p.src),
              photos.findIndex((p) => p.id === id),
            )
          return (
            <Card key={entry.no} title="落实得怎么样" end={monthDay(entry.on, today)}>
              {told.prose.map(({ label, words }) => (
                <View key={label} className="mw-pre">
                  {words}
                </View>
              ))}
              {photos.length > 0 && (
                <View className="case-voices">
                  <Photos photos={photos} onOpen={open} />
                </View>
              )}
            </Card>
          )
        })}
    </>
  )
}
