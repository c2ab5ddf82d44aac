import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { chosenVillage, useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { useKept } from '../../platform/storage'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { savedWords } from '../../words'
import { Contacts } from './Contacts'
import './invites.scss'
import { Inviting } from './Inviting'

const parts = [
  { value: 'codes', words: '发邀请码' },
  { value: 'phones', words: '登记手机号' },
] as const

/** 邀请村民: invite codes for whoever has no account yet, and the phone numbers by which WeChat binds them. */
export default function InvitesPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const chosen = useKept(chosenVillage)
  const village = param(params, 'village') || person?.village || chosen?.id || ''
  const [part, setPart] = useState<'codes' | 'phones'>('codes')
  const [q, setQ] = useState('')
  const found = useCall('invites', person && village ? { params: { id: village }, query: { q, limit } } : null)
  const isOthers = found.refused?.refusal === 'notInScope'
  if (!person || isOthers)
    return (
      <Page title="邀请村民" onBack={goBack}>
        <Empty
          title="邀请码由村里和镇里发"
          says={found.refused?.says ?? '先登录，再给村民发邀请码。'}
          action={isOthers ? '回我的' : '去登录'}
          onAction={() => go(isOthers ? routes.me() : routes.signIn(routes.invites()))}
        />
      </Page>
    )
  const page = {
    ...{ title: '邀请村民', onBack: goBack, busy: !found.answer },
    offline: found.savedAt && savedWords(found.savedAt, today()),
  }
  const tabs = <Segmented label="办什么" options={parts} value={part} onChange={setPart} />
  return part === 'codes' ? (
    <Inviting {...{ page, tabs, village, found, q, limit }} onFind={setQ} />
  ) : (
    <Contacts {...{ page, tabs, village }} onSaved={() => void found.reload()} />
  )
}

const limit = 50
