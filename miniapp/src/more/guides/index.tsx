import type { GuideView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { guidesPlace } from '../../api/guidesPlace'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { useVillage } from '../../api/useVillage'
import { Empty } from '../../components/Blank'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { TextField } from '../../components/TextField'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { Guide } from './Guide'
import './index.scss'

/** 办事指南: what can be got done at the village office, looked up by any word for it; or one of them. */
export default function Guides() {
  const wanted = param(useRouter().params, 'guide')
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const { id, refused, ask } = useVillage()
  const writes = guidesPlace(useSession()?.person)
  const found = useCall('guides', id ? { params: { id }, ...(q && { query: { q } }) } : null)
  const of = { ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }
  const offline = found.savedAt && savedWords(found.savedAt, todayNow())
  if (wanted)
    return (
      <Page title="办事指南" onBack={goBack} busy={!found.answer} offline={offline}>
        <Loaded of={of} kind="detail" label="正在打开">
          {({ guides }) => {
            const guide = guides.find((one) => one.id === wanted)
            return guide ? (
              <Guide guide={guide} />
            ) : (
              <Empty
                title="这一条已经撤了"
                says="可能换了新的写法，请从列表里找。"
                action="看全部"
                onAction={() => go(routes.guides())}
              />
            )
          }}
        </Loaded>
      </Page>
    )
  const look = () => setQ(typed.trim())
  return (
    <Page title="办事指南" onBack={goBack} busy={!found.answer} offline={offline}>
      <View>
        <TextField
          {...{ id: 'q', label: '办什么事', icon: 'search', maxLength: 40, placeholder: '比如：户口、低保、盖章' }}
          value={typed}
          onChange={setTyped}
          onDone={look}
        />
        <View className="guides-look">
          <Button kind="second" block icon="search" onPress={look}>
            找一找
          </Button>
        </View>
      </View>
      <Loaded of={of} kind="list" label="正在打开办事指南">
        {({ guides }) => (
          <>
            {q !== '' && (
              <Link
                words={`找“${q}”，有${guides.length}条。看全部`}
                onPress={() => {
                  setTyped('')
                  setQ('')
                }}
              />
            )}
            <List guides={guides} q={q} />
            {writes && (
              <Button kind="second" block icon="edit" onPress={() => go(routes.editGuides(writes))}>
                改办事指南
              </Button>
            )}
          </>
        )}
      </Loaded>
    </Page>
  )
}

function List({ guides, q }: { guides: readonly GuideView[]; q: string }) {
  if (guides.length === 0)
    return q ? (
      <Empty title={`没有找到“${q}”`} says="换个说法试试，比如“上户口”写成“户口”。也可以打村里电话问。" />
    ) : (
      <Empty title="还没有写办事指南" says="到村里办事要带什么、几天办好，村里写好了会放在这里。" />
    )
  return (
    <Card flush>
      {guides.map(({ id, title, time, fee }) => (
        <Row key={id} icon="file" title={title} detail={`${time} · ${fee}`} onPress={() => go(routes.guides(id))} />
      ))}
    </Card>
  )
}
