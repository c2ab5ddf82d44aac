import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { heading } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Seal } from '../../components/Seal'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import '../form/form.scss'

/** After the server has confirmed: the stamp, what now stands on record, and where the case goes. */
export function Recorded({ view, seal, stamped }: { view: CaseView; seal?: string; stamped: boolean }) {
  const entry = view.log.find(({ no }) => no === view.seen)
  const now = view.path.find(({ state }) => state === 'now' || state === 'late')
  const stays = entry?.effect.to === entry?.step
  const next = view.closedOn
    ? '这件事办结了。'
    : stays
      ? '还在这一步，可以接着再记。'
      : now
        ? `接着：${now.title}。`
        : ''
  return (
    <Page
      title={stamped ? '已落印' : '已记下'}
      onBack={goBack}
      actions={
        <>
          <Button kind="second" onPress={() => goInstead(routes.desk())}>
            回待办
          </Button>
          <Button grow onPress={() => goInstead(routes.case(view.id))}>
            看这件事
          </Button>
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
      {view.shown && <Link icon="print" words="打印和广播" onPress={() => goInstead(routes.papers(view.id))} />}
    </Page>
  )
}
