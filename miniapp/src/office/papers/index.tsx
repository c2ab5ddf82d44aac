import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { DocumentHead } from '../../components/Document'
import { Page } from '../../components/Page'
import { param } from '../../routes'
import { goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { GroupPicture } from './GroupPicture'
import { Loudspeaker } from './Loudspeaker'
import './papers.scss'
import { Printing } from './Printing'

/** 打印和广播: a case on paper, over the loudspeaker, and as a picture for the group. */
export default function PapersPage() {
  const id = param(useRouter().params, 'id')
  const found = useCall('case', { params: { id } })
  const [address, setAddress] = useState<string>()
  return (
    <Page title="打印和广播" onBack={goBack} offline={found.savedAt && savedWords(found.savedAt, today())}>
      <Loaded of={found} kind="detail" label="正在打开这件事">
        {(view) => (
          <>
            <DocumentHead
              chips={[]}
              title={view.title}
              facts={[`编号 ${view.number}`, view.workflow === 'request' ? ofRequest : ofOthers]}
            />
            <Printing id={id} hasReceipt={view.workflow === 'request'} onAddress={setAddress} />
            <Loudspeaker id={id} />
            <GroupPicture view={view} address={address} />
          </>
        )}
      </Loaded>
    </Page>
  )
}

const ofOthers = '看得到的人打印出来都一样：姓名按规定遮好。'
const ofRequest = '回执写着替谁说的，只交给说事人；别的打印出来，姓名按规定遮好。'
