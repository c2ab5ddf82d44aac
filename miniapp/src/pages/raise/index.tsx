import { requestCategories } from '@shared/requestCategories'
import { checkedWords } from '@shared/rules/feedbackFacts'
import { pageScrollTo, useRouter } from '@tarojs/taro'
import { sentAs } from '../../api/outbox'
import { useSession } from '../../api/session'
import { useCall } from '../../api/useCall'
import { useHome } from '../../api/useHome'
import { Empty } from '../../components/Blank'
import { Button, Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { DateCard } from '../../components/DateBlock'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { param, routes } from '../../routes'
import { appealed } from '../../screen/appealed'
import { go, goBack } from '../../screen/go'
import { cutOffWords, leafOf, nearDay, timeWords } from '../../words'
import { Full } from './Full'
import { order, textOf } from './form'
import { Gone } from './Gone'
import './index.scss'
import { OnBehalf } from './OnBehalf'
import { Preview } from './Preview'
import { Kept, Receipt } from './Receipt'
import { RequestForm } from './RequestForm'
import { SimilarCard } from './SimilarCard'
import { useRaising } from './useRaising'
import { useSimilar } from './useSimilar'

// Whoever holds one of these writes down what others say.
const enterers = ['clerk', 'secretary', 'director', 'committee']

/** 我要说事: written now, kept as it is typed, sent once, with network or when it returns. */
export default function Raise() {
  const { params } = useRouter()
  const about = param(params, 'about') || undefined
  const channel = param(params, 'channel')
  const back = param(params, 'back') || undefined
  const person = useSession()?.person
  const home = useHome()
  const village = home.answer?.village
  // A villager speaks in their own village, whichever boards they were reading.
  const at = person?.village ?? home.villageId
  const mayEnter = person?.posts.some((post) => post.place === at && enterers.includes(post.role)) ?? false
  const raising = useCall('raising', person && at ? { params: { id: at } } : null)
  const { draft, forOther, ...it } = useRaising({
    ...{ person: person?.id, about, channel, mayEnter },
    village: at ? { id: at, name: village?.id === at ? village.name : '' } : undefined,
  })
  const similar = useSimilar(person && at, textOf(draft, 'text'))
  const today = home.answer?.today ?? ''
  const page = { title: '我要说事', onBack: goBack }

  if (it.outcome) {
    const { sent, ...how } = it.outcome
    const atSession = mayEnter && channel === 'session'
    return (
      <Page {...page}>
        {typeof sent === 'string' ? <Kept why={sent} /> : <Receipt {...{ sent, today, ...how, atSession, back }} />}
      </Page>
    )
  }
  if (!person)
    return (
      <Page {...page}>
        <Empty
          title="说事要先登录"
          says="登录以后村里才知道给谁回话。别人看不看得到您的名字，由您自己定。"
          action="去登录"
          actionIcon="me"
          onAction={() => go(routes.signIn(routes.raise(about, { channel, back })))}
        />
      </Page>
    )
  if (it.elsewhere === 'sent' || it.elsewhere === 'waiting')
    return (
      <Page {...page}>
        <Gone sent={it.elsewhere === 'sent' ? sentAs(draft.actId!) : undefined} onAgain={it.again} />
      </Page>
    )

  const appeal = () => {
    appealed.set({ words: checkedWords(draft.form) })
    go(routes.feedback('appeal'))
  }
  const toSimilar = () => void pageScrollTo({ selector: '#similar' })
  // Whoever presses is led once to those that are like it; the second press sends.
  const submit = () =>
    void it.submit(async () => {
      const some = await similar.check()
      if (some) toSimilar()
      return some
    })
  const next = home.answer?.session
  const list = order.filter((name) => it.errors[name]).map((name) => ({ id: name, says: it.errors[name] }))
  const categories = raising.answer?.categories ?? requestCategories
  const full = !mayEnter && !raising.savedAt && raising.answer?.left === 0
  return (
    <Page
      {...page}
      hint="发出去以后不能改，可以补充，也可以在村里商量以前撤回。"
      actions={
        <Button grow busy={it.busy} busyWords="正在发…" onPress={submit}>
          提交，说事日去说
        </Button>
      }
    >
      {list.length > 0 && (
        <ErrorSummary errors={list} attempt={it.attempt} onGo={(id) => void pageScrollTo({ selector: `#${id}` })} />
      )}
      {it.refused && list.length === 0 && <Note tone="jiang">{it.refused.says}</Note>}
      {it.refused?.detail?.appeal === true && <Link words="觉得拦错了，请镇里看" onPress={appeal} />}
      {it.elsewhere === 'newer' && <Note tone="zhe">这份草稿在别处改过，已经换成新的。</Note>}
      {full && <Full phone={raising.answer!.phone} />}
      {next && village?.id === at && (
        <DateCard
          {...leafOf(next.on)}
          title={`赶得上${nearDay(next.on, today)}说事日`}
          lines={[
            `${timeWords(next.startsAt)} · ${next.place}`,
            `${cutOffWords(next.cutOff, today)}提交，就排进这一次`,
          ]}
        />
      )}
      {about && <Note tone="dai">这次说的是公开栏上的一件事，发出去后两边都看得到对方。</Note>}
      {mayEnter && <OnBehalf {...{ draft, forOther, channel: it.channel, errors: it.errors }} onChange={it.write} />}
      <RequestForm
        {...{ draft, categories, forOther, saved: it.saved, errors: it.errors }}
        similar={{ many: similar.shown.length, onGo: toSimilar }}
        onChange={it.write}
      />
      <SimilarCard
        {...{ found: similar.shown, today, onCared: similar.cared }}
        onOther={() => {
          similar.dismiss()
          void it.submit()
        }}
      />
      <Preview
        {...{ draft, forOther, surname: [...person.name][0] ?? '' }}
        category={categories.find(({ value }) => value === draft.form.category)?.label}
      />
    </Page>
  )
}
