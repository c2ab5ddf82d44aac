import type { SessionRunView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { type Hears, hearingOf } from './Cards'
import { Head } from './Head'
import { nextOf, progressWords, runsSessions, stageOf } from './run'
import { Sections } from './Sections'
import './session.scss'

/** One 说事日, run from the phone: what was promised, what is heard one by one, the record, the summary. */
export default function SessionPage() {
  const { params } = useRouter()
  const [village, on] = [param(params, 'village'), param(params, 'on')]
  const person = useSession()?.person
  const found = useCall('session', { params: { id: village, on } })
  const run = found.answer
  const runs = runsSessions(person, village)
  const stage = run && stageOf(run)
  const { case: id } = run?.session ?? {}
  // what is left is heard as long as it is written down on its day, also when the record was written before
  const hears = runs && id && run && run.today >= on && stage !== 'over' ? { session: id, on } : undefined
  return (
    <Page
      title={run ? `${run.villageName}说事日` : '说事日'}
      onBack={goBack}
      busy={!run}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      hint={run && hears && stage === 'running' && run.counts.agenda > 0 ? '没听的，从明天起算逾期。' : undefined}
      actions={run && hears && <Next run={run} hears={hears} written={stage === 'written'} />}
    >
      <Loaded of={found} kind="board" label="正在打开说事日">
        {(answer) =>
          stage && (
            <>
              <Head run={answer} stage={stage} runs={runs} />
              {stage !== 'planned' && stage !== 'waiting' && (
                <View className="mw-run-progress" {...aria({ role: 'status' })}>
                  {progressWords(answer)}
                </View>
              )}
              <Sections run={answer} stage={stage} runs={runs} hears={hears} onTaken={found.reload} />
            </>
          )
        }
      </Loaded>
      {(run || found.refused) && (
        <Card flush>
          <Row icon="cal" title="说事日安排" onPress={() => go(routes.sessions(village))} />
        </Card>
      )}
    </Page>
  )
}

/** What comes next, at the bottom of the page: hear the next one, record the meeting, write the summary. */
function Next({ run, hears, written }: { run: SessionRunView; hears: Hears; written: boolean }) {
  const next = nextOf(run)
  const { session, on } = hears
  const record = written
    ? ([routes.act(session, 'summary', { on }), '写小结'] as const)
    : ([routes.act(session, 'meeting', { on }), '记会议'] as const)
  if (!next)
    return (
      <Button grow icon="edit" onPress={() => go(record[0])}>
        {record[1]}
      </Button>
    )
  return (
    <>
      <Button kind="second" onPress={() => go(record[0])}>
        {record[1]}
      </Button>
      <Button grow icon="speak" onPress={() => go(hearingOf(next, hears))}>
        听下一件
      </Button>
    </>
  )
}
