import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { param } from '../../routes'
import { goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { Calling } from './Calling'
import { type KeptRoll, readRoll } from './keptRoll'

/** 签到册: who is called to a meeting, ticked one by one. The form that it belongs to lies under this page. */
export default function RollPage() {
  const draft = param(useRouter().params, 'draft')
  const [kept] = useState(() => readRoll(draft))
  if (!kept)
    return (
      <Page title="签到册" onBack={goBack}>
        <Empty
          title="这里没有签到册"
          says="签到册跟着会议的表走。请打开要记的会，选好开会日期，再点“打开签到册”。"
          action="回去"
          onAction={goBack}
        />
      </Page>
    )
  return <OfMeeting draft={draft} kept={kept} />
}

function OfMeeting({ draft, kept }: { draft: string; kept: KeptRoll }) {
  const { village, roll, on, group } = kept.of
  const found = useCall('rollCall', { params: { id: village }, query: { roll, on, group } })
  const offline = found.savedAt && savedWords(found.savedAt, today())
  if (found.answer && found.answer.called.length > 0)
    return <Calling draft={draft} kept={kept} view={found.answer} offline={offline} />
  return (
    <Page title="签到册" onBack={goBack} busy={!found.answer} offline={offline}>
      <Loaded of={found} kind="list" label="正在打开名册">
        {() => (
          <View>
            <Empty
              title="名册里没有应到的人"
              says="这一天的名册里，没有人该到这个会。请先办名册变动，或者回去自己填人数。"
              action="回去填人数"
              onAction={goBack}
            />
          </View>
        )}
      </Loaded>
    </Page>
  )
}
