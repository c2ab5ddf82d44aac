import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../api/client'
import { markOpened } from '../../api/opened'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Toast, type ToastWords } from '../../components/Toast'
import { nameWindow, tick } from '../../platform/phone'
import { canReadAloud } from '../../platform/speech'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { ReadAloud } from '../../screen/ReadAloud'
import { savedWords } from '../../words'
import { sentencesOf } from './aloud'
import { CaseBody, statusOf } from './CaseBody'
import './index.scss'
import { useRating } from './useRating'

const barTitles: Record<string, string> = { 公: '公开事项', 说: '说事进展', 议: '议事', 会: '说事日会' }

/** One case, whatever it is: notice, request, matter or meeting. */
export default function Case() {
  const id = param(useRouter().params, 'id')
  const found = useCall('case', { params: { id } })
  const { answer: view, savedAt, set } = found
  const today = todayNow()
  const workflow = view && workflowOf(view.workflow, view.workflowVersion)
  const [toast, setToast] = useState<ToastWords>()
  const [just, setJust] = useState<string>()
  const [wrong, setWrong] = useState('')
  const rating = useRating(view, workflow, {
    done: (next) => {
      setJust(view?.step)
      set(next)
      setToast({ key: next.seen, words: '您的评价已经记下', icon: 'stamp' })
    },
    stale: (says) => {
      setWrong(says)
      void found.reload()
    },
  })

  const title = view?.title
  useEffect(() => {
    if (title) {
      markOpened(id)
      nameWindow(title)
    }
  }, [id, title])

  const read = async () => {
    const { answer, refused } = await call('read', { params: { id } })
    setWrong(refused?.says ?? '')
    if (!answer || !view) return
    set({ ...view, read: { ...view.read, households: answer.households, mine: true } })
    tick()
    setToast({ key: Date.now(), words: '记下了，您家看过了' })
  }

  return (
    <Page
      title={workflow ? (barTitles[workflow.mark] ?? workflow.title) : '明务'}
      onBack={goBack}
      busy={!view}
      offline={savedAt && savedWords(savedAt, today)}
      actions={
        view && workflow && <Bar {...{ view, workflow, today }} rating={rating?.button} onRead={() => void read()} />
      }
      hint={rating && '盖上以后不能改。'}
      over={<Toast toast={toast} onGone={() => setToast(undefined)} />}
    >
      <Loaded of={found} kind="detail" label="正在打开">
        {(shown) =>
          workflow ? (
            <>
              {wrong !== '' && <Note tone="jiang">{wrong}</Note>}
              <CaseBody {...{ view: shown, workflow, today, just }} here={rating?.field} />
            </>
          ) : (
            <Note tone="zhe">这件事用的是更新的办法，请把小程序更新以后再看。</Note>
          )
        }
      </Loaded>
    </Page>
  )
}

type BarProps = { view: CaseView; workflow: Workflow; today: string; rating: React.ReactNode; onRead: () => void }

function Bar({ view, workflow, today, rating, onRead }: BarProps) {
  const main = useMain(view, rating, onRead)
  if (!main && !canReadAloud()) return null
  return (
    <>
      {canReadAloud() && (
        <ReadAloud sentences={() => sentencesOf(view, workflow, statusOf(view, today).words, today)} />
      )}
      {main}
    </>
  )
}

/** The one filled button: what this reader is to do here, else 我看过了. */
function useMain(view: CaseView, rating: React.ReactNode, onRead: () => void): React.ReactNode {
  const session = useSession()
  const { step } = view.may
  if (rating) return rating
  if (step?.ok)
    return (
      <Button grow onPress={() => go(routes.act(view.id, step.step))}>
        去办：{step.title}
      </Button>
    )
  if (!view.shown || view.read.mine) return null
  const isVillager = session?.person.posts.some((p) => p.role === 'villager' && p.place === view.village)
  if (session && !isVillager) return null
  return (
    <Button grow icon="check" onPress={session ? onRead : () => go(routes.signIn(routes.case(view.id)))}>
      我看过了
    </Button>
  )
}
