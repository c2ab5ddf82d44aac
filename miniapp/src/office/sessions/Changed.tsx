import type { SessionsView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { heading } from '../../components/aria'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { routes } from '../../routes'
import { goBack } from '../../screen/go'
import { dayWords } from '../../words'
import { backTo } from '../act/backTo'
import { whereWords } from './months'

/** It is changed: what now stands in the history, and which session comes next. */
export function Changed({ view: { changes, sessions, today, village } }: { view: SessionsView }) {
  const next = sessions.find(({ on }) => on > today)
  return (
    <Page
      title="改好了"
      onBack={goBack}
      actions={
        <Button grow onPress={() => backTo('sessions', routes.sessions(village))}>
          看说事日安排
        </Button>
      }
    >
      {changes[0] && (
        <View className="mw-h1" {...heading(2)}>
          {changes[0].says}
        </View>
      )}
      <Note tone="song">谁改的、改了什么，大家都看得到。</Note>
      {next && <View className="mw-second">{`下一次：${dayWords(next.on, today)}，${whereWords(next)}。`}</View>}
    </Page>
  )
}
