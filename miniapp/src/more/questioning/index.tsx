import { useState } from 'react'
import { call } from '../../api/client'
import { useSession } from '../../api/session'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { useVillage } from '../../api/useVillage'
import { Button } from '../../components/Button'
import { Page } from '../../components/Page'
import { goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { ProgressList } from '../../screen/ProgressList'
import { monthDay, savedWords } from '../../words'
import { Writing } from './Writing'

const workflow = 'questioning'

/** 质询: what has been asked of the committee in writing, which of it others can still join, and asking. */
export default function Questioning() {
  const [writing, setWriting] = useState(false)
  const signedIn = useSession() !== null
  const { id, refused, ask } = useVillage()
  const found = useCall('cases', id ? { params: { id }, query: { workflow } } : null)
  const pages = usePages(found.answer, (after) => call('cases', { params: { id: id! }, query: { workflow, after } }))
  const today = todayNow()
  if (writing) return <Writing onBack={() => setWriting(false)} />
  return (
    <Page
      title="质询"
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, today)}
      actions={
        <Button grow icon="edit" onPress={() => setWriting(true)}>
          我要质询
        </Button>
      }
    >
      <Loaded
        of={{ ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }}
        kind="list"
        label="正在打开质询"
      >
        {() => (
          <>
            <ProgressList
              cards={pages.cards}
              today={today}
              metaOf={(card) => `${monthDay(card.on, today)}提出`}
              empty={{
                title: signedIn ? '还没有人质询' : '登录后看质询',
                says: `村委会成员怎么办事，村监委、村民代表和村民可以书面质询，15天内要有回音。${signedIn ? '' : '质询和答复本村村民看得到。'}`,
              }}
            />
            <MoreButton pages={pages} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
