import { paperClass } from '@shared/paperClasses'
import { workflowOf } from '@shared/workflows/index'
import { pageScrollTo } from '@tarojs/taro'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Page } from '../../components/Page'
import { dial } from '../../platform/phone'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { PaperChoice } from './PaperChoice'
import { PaperForm } from './PaperForm'
import { Receipt } from './Receipt'
import { useSending } from './useSending'

const order = ['paper', 'sealKind', 'document', 'purpose', 'copies', 'written', 'notGuarantee', 'papers']
const opens: readonly string[] = workflowOf('sealReview')!.opensBy

/** 申请用章, as a villager: a proof or a letter that the village is to stamp. What needs a decision is asked for by the village office. */
export default function AskForSeal() {
  const person = useSession()?.person
  const post = person?.posts.find(({ role }) => opens.includes(role))
  const sending = useSending(person, post?.place)
  const { form, errors, refused, sent, busy } = sending
  const page = { title: '申请用章', onBack: goBack }
  if (sent)
    return (
      <Page {...page}>
        <Receipt sent={sent} today={today()} />
      </Page>
    )
  if (!person || !post)
    return (
      <Page {...page}>
        <Empty
          title={person ? '用章由本村的人申请' : '先登录，再申请用章'}
          says="开证明、介绍信，要盖村里的公章，在这里申请，不用先跑一趟。"
          action={person ? '换身份' : '去登录'}
          actionIcon="me"
          onAction={() => go(routes.signIn(routes.askForSeal()))}
        />
      </Page>
    )
  const chosen = typeof form.paper === 'string' ? form.paper : ''
  const needs = paperClass(chosen)?.needs
  const list = order.filter((field) => errors[field]).map((field) => ({ id: field, says: errors[field] }))
  const asks = needs === undefined || needs === 'nothing'
  return (
    <Page
      {...page}
      hint={asks ? '您的名字只给村干部看，用章台账全村可查。' : undefined}
      actions={
        asks ? (
          <Button grow busy={busy !== ''} busyWords={busy} onPress={() => void sending.submit()}>
            提交申请
          </Button>
        ) : undefined
      }
    >
      {list.length > 0 && (
        <ErrorSummary
          errors={list}
          attempt={sending.attempt}
          onGo={(id) => void pageScrollTo({ selector: `#${id}` })}
        />
      )}
      {refused && <Note tone="jiang">{refused.says}</Note>}
      <PaperChoice value={chosen} error={errors.paper} onChange={sending.set('paper')} />
      {needs === 'decision' && <ByTheOffice village={post.place} />}
      {needs === 'nothing' && <PaperForm {...sending} />}
    </Page>
  )
}

/** A villager can't draw on a decision's money: whoever holds office does it for them. */
function ByTheOffice({ village }: { village: string }) {
  const phone = useCall('village', { params: { id: village } }).answer?.phone
  return (
    <>
      <Note tone="zhe">这类文件要有通过的决议，由村里从那件四议事项里申请。请带上写好的文件，找村委会。</Note>
      {phone && (
        <Button kind="second" block icon="phone" onPress={() => dial(phone)}>
          打村里电话
        </Button>
      )}
    </>
  )
}
