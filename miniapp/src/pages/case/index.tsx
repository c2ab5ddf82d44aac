import type { CaseView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { useRouter, useShareAppMessage } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { call } from '../../api/client'
import { markLooked } from '../../api/news'
import { markOpened } from '../../api/opened'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Button, Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Toast, type ToastWords } from '../../components/Toast'
import { nameWindow, tick } from '../../platform/phone'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { Bar } from './Bar'
import { CaseBody } from './CaseBody'
import './index.scss'
import { mayBeCorrected } from './notice'
import { mayRaiseAgain } from './raiseAgain'
import { Share } from './Share'
import { type Acted, useAct } from './useAct'
import { useOpinion } from './useOpinion'
import { useRating } from './useRating'

const barTitles: Record<string, string> = {
  公: '公开事项',
  更: '更正',
  说: '说事进展',
  议: '议事',
  会: '说事日会',
  协: '协商结果',
  问: '问和答',
  询: '问和答',
  章: '用章审核',
  支: '财务审核',
  计: '经济责任审计',
  册: '名册变动',
}

/** One case, whatever it is: notice, request, matter or meeting. */
export default function Case() {
  const id = param(useRouter().params, 'id')
  const found = useCall('case', { params: { id } })
  const { answer: view, savedAt, set } = found
  const today = todayNow()
  const workflow = view && workflowOf(view.workflow, view.workflowVersion)
  const person = useSession()?.person
  const [toast, setToast] = useState<ToastWords>()
  const [just, setJust] = useState<string>()
  const [wrong, setWrong] = useState('')
  const changed = (next: CaseView, words: string) => {
    set(next)
    setToast({ key: Date.now(), words })
  }
  const acted = (words: string): Acted => ({
    done: (next) => {
      setJust(view?.step)
      set(next)
      setToast({ key: next.seen, words, icon: 'stamp' })
    },
    stale: (says) => {
      setWrong(says)
      void found.reload()
    },
  })
  const rating = useRating(view, workflow, acted('您的评价已经记下'))
  const opinion = useOpinion(view, workflow, acted('您的意见已经记下'))
  const mine = rating ?? opinion
  const joining = useAct(acted('记下了，您已经联名'))
  const accepting = useAct(acted('接下了，这件事由您负责'))
  const mayAsk = useMayAsk(view)
  const ask = mayAsk ? (row?: number) => go(routes.ask(id, row)) : undefined
  useShareAppMessage(() => ({ title: shareTitle(view), path: routes.case(id) }))

  // what is on the screen is no news any more; a case of others never was
  const lines = view?.mine && !savedAt ? view.log.length : undefined
  useEffect(() => {
    if (lines !== undefined) markLooked(id, lines)
  }, [id, lines])

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
    tick()
    changed({ ...view, read: { ...view.read, households: answer.households, mine: true } }, '记下了，您家看过了')
  }

  const may = (aside: string) => view?.may.asides.some((a) => a.id === aside && a.ok)
  const refusedWords = wrong || joining.says || accepting.says
  return (
    <Page
      title={workflow ? (barTitles[workflow.mark] ?? workflow.title) : '明务'}
      onBack={goBack}
      busy={!view}
      offline={savedAt && savedWords(savedAt, today)}
      actions={
        view &&
        workflow && (
          <Bar
            {...{ view, workflow, today, ask }}
            mine={
              mine?.button ??
              (may('join') ? (
                <Button grow busy={joining.busy} icon="edit" onPress={() => void joining.send(view, { aside: 'join' })}>
                  一起联名
                </Button>
              ) : may('accept') ? (
                <Button
                  grow
                  busy={accepting.busy}
                  icon="check"
                  onPress={() => void accepting.send(view, { aside: 'accept' })}
                >
                  接手，我来办
                </Button>
              ) : undefined)
            }
            onRead={() => void read()}
          />
        )
      }
      hint={mine && '盖上以后不能改。'}
      over={<Toast toast={toast} onGone={() => setToast(undefined)} />}
    >
      <Loaded of={found} kind="detail" label="正在打开">
        {(shown) =>
          workflow ? (
            <>
              {refusedWords !== '' && <Note tone="jiang">{refusedWords}</Note>}
              <CaseBody
                {...{ view: shown, workflow, today, just, onAsk: ask, onChanged: changed }}
                here={mine?.field}
                share={
                  <>
                    {!isPrivate(shown) && <Share path={routes.case(id)} />}
                    {/* who may be named as handler is told to the office alone */}
                    {shown.may.people.length > 0 && shown.sees !== 'township' && (
                      <Link icon="print" words="打印和广播" onPress={() => go(routes.papers(id))} />
                    )}
                    {mayRaiseAgain(shown, workflow, person) && (
                      <Link
                        icon="undo"
                        words="再提一次"
                        onPress={() => go(routes.open(workflow.id, undefined, { about: id }))}
                      />
                    )}
                    {mayBeCorrected(shown) && (
                      <Link icon="edit" words="更正" onPress={() => go(routes.open('correction', id))} />
                    )}
                  </>
                }
              />
            </>
          ) : (
            <Note tone="zhe">这件事用的是更新的办法，请把小程序更新以后再看。</Note>
          )
        }
      </Loaded>
    </Page>
  )
}

const askers = ['villager', 'partyMember', 'representative']

/** Whoever may ask about what hangs on a board: people of this village, and whoever hasn't signed in yet. */
function useMayAsk(view: CaseView | undefined): boolean {
  const session = useSession()
  if (!view?.shown || ['withdrawn', 'superseded'].includes(view.outcome ?? '')) return false
  return !session || session.person.posts.some((p) => askers.includes(p.role) && p.place === view.village)
}

/** Whoever it is handed on to couldn't open it. */
const isPrivate = ({ sees }: CaseView): boolean => sees === 'office' || sees === 'township'

const shareTitle = (view: CaseView | undefined) => (view ? `${view.villageName}：${view.title}` : '明务：村里的事')
