import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { today } from '../../api/today'
import { heading } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Seal } from '../../components/Seal'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { backTo } from './backTo'
import { nextWords } from './nextWords'
import '../form/form.scss'

export type RecordedProps = {
  view: CaseView
  seal?: string
  stamped: boolean
  /** the 说事日 that goes on: the page that runs it */
  back?: string
}

/** After the server has confirmed: the stamp, what now stands on record, and where the case goes. */
export function Recorded({ view, seal, stamped, back }: RecordedProps) {
  const entry = view.log.find(({ no }) => no === view.seen)
  const next = nextWords(view, entry, today())
  return (
    <Page
      title={stamped ? '已落印' : '已记下'}
      onBack={goBack}
      actions={
        <>
          {back ? (
            <Button kind="second" onPress={() => goInstead(routes.case(view.id))}>
              看这件事
            </Button>
          ) : (
            <Button kind="second" onPress={() => goInstead(routes.desk())}>
              回待办
            </Button>
          )}
          {back ? (
            <Button grow onPress={() => backTo('sessionRun', back)}>
              回说事日
            </Button>
          ) : (
            <Button grow onPress={() => goInstead(routes.case(view.id))}>
              看这件事
            </Button>
          )}
        </>
      }
    >
      <View className="mw-act-done">
        {seal && stamped && <Seal char={seal} state="done" size="l" just />}
        <View className="mw-h1" {...heading(2)}>
          {entry ? `${entry.title}${entry.says ? `：${entry.says}` : ''}` : view.title}
        </View>
        <View className="mw-second">
          {view.title}，{view.number}
        </View>
      </View>
      {entry?.counted && entry.counted.length > 0 && (
        <Card>
          <Stack>
            {entry.counted.map((sentence) => (
              <View key={sentence}>{sentence}</View>
            ))}
          </Stack>
        </Card>
      )}
      {entry?.remarks.map(({ remark, says }) => (
        <Note key={remark + says} tone="zhe">
          {says}
        </Note>
      ))}
      {next && <Note tone="song">{next}</Note>}
      {entry?.outcome === 'nobodyCame' && (
        <Card flush>
          <Row
            icon="cal"
            title="加开一次晚上的，或者到组里去听"
            detail="白天没有人来，换个时候、换个地方试试"
            onPress={() => goInstead(routes.sessions(view.village))}
          />
        </Card>
      )}
      {view.shown && <Link icon="print" words="打印和广播" onPress={() => goInstead(routes.papers(view.id))} />}
    </Page>
  )
}
