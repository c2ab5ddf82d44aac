import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { Button } from '../../components/Button'
import { Page } from '../../components/Page'
import { param } from '../../routes'
import { goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { ProgressList } from '../../screen/ProgressList'
import { monthDay, savedWords } from '../../words'
import { Writing } from './Writing'

const query = { workflow: 'feedback', mine: '1' } as const

/** 投诉建议: what one has said of the app itself, how it was answered, and saying more. */
export default function Feedback() {
  const kind = param(useRouter().params, 'kind')
  const [writing, setWriting] = useState(kind !== '')
  const village = useSession()?.person.village
  const found = useCall('cases', village ? { params: { id: village }, query } : null)
  const pages = usePages(found.answer, (after) =>
    call('cases', { params: { id: village! }, query: { ...query, after } }),
  )
  const today = todayNow()
  const back = () => (kind ? goBack() : setWriting(false))
  if (writing || !village) return <Writing kind={kind || undefined} onBack={village ? back : goBack} />
  return (
    <Page
      title="投诉建议"
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, today)}
      actions={
        <Button grow icon="edit" onPress={() => setWriting(true)}>
          我要说
        </Button>
      }
    >
      <Loaded of={found} kind="list" label="正在打开投诉建议">
        {() => (
          <>
            <ProgressList
              cards={pages.cards}
              today={today}
              metaOf={(card) => `${monthDay(card.on, today)}提出`}
              isMine={() => true}
              empty={{
                title: '您还没有提过',
                says: '小程序哪里不好用、谁不该看您的信息、您的名字写错了，都可以说。镇里最晚15个工作日答复，村里看不到。',
              }}
            />
            <MoreButton pages={pages} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
