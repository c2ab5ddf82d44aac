import { useRouter } from '@tarojs/taro'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { Changing } from './Changing'
import { changingOf } from './changes'
import { Plan } from './Plan'
import './sessions.scss'

/** 说事日安排: the rule, the year ahead and what was changed; or, for whoever may, the form of one change. */
export default function SessionsPage() {
  const { params } = useRouter()
  const own = useSession()?.person.village
  const village = param(params, 'village') || own
  const wanted = { change: param(params, 'change'), on: param(params, 'on'), kind: param(params, 'kind') }
  const found = useCall('sessions', village ? { params: { id: village } } : null)
  const view = found.answer
  const changing = view && changingOf(wanted, view)
  if (changing) return <Changing changing={changing} view={view} />
  return (
    <Page
      title={view ? `${view.villageName}说事日` : '说事日安排'}
      onBack={goBack}
      busy={!view}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      actions={
        view?.mayChange &&
        village && (
          <Button grow icon="plus" onPress={() => go(routes.sessions(village, { change: 'add' }))}>
            加开一次
          </Button>
        )
      }
    >
      {village ? (
        <Loaded of={found} kind="list" label="正在打开说事日安排">
          {(answer) => (
            <>
              {wanted.change !== '' && answer.mayChange && <Note>要改的那一次不在了，可能已经改过。请从下面选。</Note>}
              <Plan view={answer} />
            </>
          )}
        </Loaded>
      ) : (
        <Empty
          title="还不知道是哪个村"
          says="请先登录，或者从“我的”里选好村。"
          action="去登录"
          onAction={() => go(routes.signIn())}
        />
      )}
    </Page>
  )
}
