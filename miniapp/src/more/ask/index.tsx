import { pageScrollTo, useRouter } from '@tarojs/taro'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { AboutCase, AboutMissing } from './About'
import { AskForm } from './AskForm'
import './index.scss'
import { neverIn } from './PersonalNote'
import { Told } from './Told'
import { useSending } from './useSending'

const order = ['way', 'question', 'nameShown']
const says = { objection: '村里10天内答复，问和答都公开', objectionToTownship: '镇里20天内答复，问和答都公开' }
type Way = keyof typeof says

const audiences: Record<string, string> = { everyone: '谁都看得到', party: '党员看得到', members: '成员看得到' }
const askers = ['villager', 'partyMember', 'representative']

/** 提出异议: about a notice, one row of it, or what is missing; of the village, or straight to the township. */
export default function Ask() {
  const { params } = useRouter()
  const about = param(params, 'about') || undefined
  const row = Number(param(params, 'row')) || undefined
  const [item, period] = [param(params, 'item'), param(params, 'period')]
  const found = useCall('case', about ? { params: { id: about } } : null)
  const place = about ? found.answer?.village : param(params, 'village')
  const village = useCall('village', place ? { params: { id: place } } : null)
  const person = useSession()?.person
  const today = todayNow()
  const url = about ? routes.ask(about, row) : routes.askMissing(param(params, 'village'), item, period)
  const draft = about ? `ask:${about}:${row ?? ''}` : `ask:${item}:${period}`
  const name = found.answer?.villageName ?? village.answer?.name ?? ''
  const sending = useSending({
    ...{ person: person?.id, about, mend: { url, draft } },
    village: place ? { id: place, name } : undefined,
  })
  const { form, errors, refused, sent } = sending
  const page = { title: '提出异议', onBack: goBack }

  if (sent) {
    const workflow = typeof sent === 'string' ? 'objection' : sent.workflow
    return (
      <Page {...page}>
        <Told {...{ sent, today, url }} char="问" says={says[workflow as Way]} />
      </Page>
    )
  }
  if (!person)
    return (
      <Page {...page}>
        <Empty
          title="提问要先登录"
          says="登录以后才知道给谁答复。公开的问和答不写您的名字，除非您愿意。"
          action="去登录"
          actionIcon="me"
          onAction={() => go(routes.signIn(url))}
        />
      </Page>
    )
  if (place && !person.posts.some((p) => askers.includes(p.role) && p.place === place))
    return (
      <Page {...page}>
        <Empty
          title="这里由本村村民来问"
          says={`您登录的身份不是${name || '这个村'}的村民。换成村民身份再问。`}
          action="换身份"
          onAction={() => go(routes.signIn(url))}
        />
      </Page>
    )
  const submit = () => {
    const { way, ...asked } = form
    const what = about ? (row === undefined ? {} : { row }) : { item, period }
    const filled = { nameShown: 'hidden', ...asked, ...what }
    const never = neverIn(String(asked.question ?? ''))
    void sending.submit((way as Way) || 'objection', filled, {
      ...(!way && { way: '请选一下：问村里，还是直接向镇里反映。' }),
      ...(never && { question: never }),
    })
  }
  const list = order.filter((field) => errors[field]).map((field) => ({ id: field, says: errors[field] }))
  const inside = (
    <>
      {list.length > 0 && (
        <ErrorSummary
          errors={list}
          attempt={sending.attempt}
          onGo={(id) => void pageScrollTo({ selector: `#${id}` })}
        />
      )}
      {refused && <Note tone="jiang">{refused.says}</Note>}
      {found.answer && <AboutCase view={found.answer} row={row} />}
      {!about && <AboutMissing item={item} period={period} village={name} />}
      <AskForm
        {...{ form, errors, set: sending.set, saved: sending.saved }}
        surname={[...person.name][0] ?? ''}
        seenBy={audiences[found.answer?.sees ?? ''] ?? '全村看得到'}
      />
    </>
  )
  return (
    <Page
      {...page}
      offline={found.savedAt && savedWords(found.savedAt, today)}
      hint="发出去以后不能改，答复以前可以撤回。"
      actions={
        <Button grow busy={sending.busy} busyWords="正在发…" onPress={submit}>
          发出去
        </Button>
      }
    >
      {about ? (
        <Loaded of={found} kind="detail" label="正在打开">
          {() => inside}
        </Loaded>
      ) : (
        inside
      )}
    </Page>
  )
}
