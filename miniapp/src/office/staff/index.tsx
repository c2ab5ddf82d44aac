import type { StaffView } from '@shared/schemas/accountViews'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Beside, WideHead } from '../../components/Sidebar'
import { Toast, type ToastWords } from '../../components/Toast'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { Places } from '../monitor/Places'
import { placeSetBy, VillagesApart } from '../VillagesApart'
import { Appointing } from './Appointing'
import { Invited } from './Invited'
import { People } from './People'
import './staff.scss'

/** 职务: who holds which post in a place; whoever may appoints, ends a post, and gives the code for the first sign-in. */
export default function StaffPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const place = param(params, 'place') || placeSetBy(person) || ''
  const found = useCall('staff', person && place ? { params: { id: place } } : null)
  const villages = useCall('villages', person ? {} : null).answer?.villages ?? []
  const [isAppointing, setAppointing] = useState(false)
  const [code, setCode] = useState<{ name: string; code: string; expiresOn: string }>()
  const [toast, setToast] = useState<ToastWords>()
  const isOthers = found.refused?.refusal === 'notInScope'
  if (!person || isOthers)
    return (
      <Page title="职务" onBack={goBack}>
        <Empty
          title="职务由上一级管"
          says={found.refused?.says ?? '先登录，再看谁任什么职。'}
          action={isOthers ? '回我的' : '去登录'}
          onAction={() => go(isOthers ? routes.me() : routes.signIn(routes.staff()))}
        />
      </Page>
    )
  const village = villages.find(({ id }) => id === place)
  const townships = [...new Map(villages.map(({ township, townshipName }) => [township, townshipName]))]
  const name = village?.name ?? townships.find(([id]) => id === place)?.[1] ?? (villages.length > 0 ? '县里' : '')
  const shows = (words: string) => (next: StaffView) => {
    found.set(next)
    setToast({ key: (toast?.key ?? 0) + 1, words })
  }
  const mayAppoint = found.answer?.mayAppoint ?? []
  if (isAppointing && found.answer)
    return (
      <Appointing
        {...{ place, name, staff: found.answer }}
        onBack={() => setAppointing(false)}
        onDone={(next) => {
          setAppointing(false)
          shows('任命好了')(next)
        }}
      />
    )
  if (code) return <Invited {...code} onBack={() => setCode(undefined)} />
  return (
    <Page
      title={`${name}职务`}
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, today())}
      side={<Places person={person} place={name} current="staff" />}
      over={<Toast toast={toast} onGone={() => setToast(undefined)} />}
      actions={
        mayAppoint.length > 0 && (
          <Button block icon="plus" onPress={() => setAppointing(true)}>
            任命一个人
          </Button>
        )
      }
    >
      <Loaded of={found} kind="list" label="正在打开职务">
        {(staff) => (
          <>
            <WideHead title={`${name}职务`} asOf={`${staff.people.length}人`} />
            <Note>
              {mayAppoint.length > 0
                ? '任职从哪天起、到哪天止，照这里算。免职以后，那些事第二天就办不了了。'
                : '您可以看，不能改。村里的职务由镇里定，镇里的由县里定。'}
            </Note>
            <Beside
              main={<People {...{ place, staff }} onChanged={shows('已经免职')} onInvited={setCode} />}
              panel={
                <>
                  {village && (
                    <Card flush>
                      <Row
                        icon="users"
                        title="邀请村民"
                        detail="给村民发邀请码，登记手机号"
                        onPress={() => go(routes.invites(place))}
                      />
                    </Card>
                  )}
                  {person.posts.some(({ role }) => role === 'county') && !village && (
                    <Townships all={townships.filter(([id]) => id !== place)} />
                  )}
                  {townships.some(([id]) => id === place) && (
                    <VillagesApart title="看一个村的" place={place} to={routes.staff} />
                  )}
                </>
              }
            />
          </>
        )}
      </Loaded>
    </Page>
  )
}

function Townships({ all }: { all: readonly (readonly [id: string, name: string])[] }) {
  return (
    <Card title="看一个镇的" flush>
      {all.map(([id, name]) => (
        <Row key={id} icon="house" title={name} onPress={() => go(routes.staff(id))} />
      ))}
    </Card>
  )
}
