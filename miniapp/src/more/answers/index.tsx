import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api/client'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { useVillage } from '../../api/useVillage'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Page } from '../../components/Page'
import { TextField } from '../../components/TextField'
import { keepAddress } from '../../platform/address'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { savedWords } from '../../words'
import { AnswerCard } from './AnswerCard'
import { Categories } from './Categories'
import './index.scss'

const most = 40
const aPage = 20

/** 村里以前怎么办的: what has been answered; looked up by words and by what it is about. */
export default function Answers() {
  const { params } = useRouter()
  const today = todayNow()
  const [typed, setTyped] = useState(param(params, 'q'))
  const [wanted, setWanted] = useState({ q: param(params, 'q').trim(), category: param(params, 'category') })
  const { id, refused, ask } = useVillage()
  const query = {
    limit: aPage,
    ...(wanted.q && { q: wanted.q }),
    ...(wanted.category && { category: wanted.category }),
  }
  const found = useCall('answers', id ? { params: { id }, query } : null)
  const known = useCall('raising', id ? { params: { id } } : null).answer?.categories ?? []
  const pages = usePages(found.answer && { cards: found.answer.found, next: found.answer.next }, async (after) => {
    const { answer, refused } = await call('answers', { params: { id: id! }, query: { ...query, after } })
    return refused ? { refused } : { answer: { cards: answer.found, next: answer.next } }
  })
  useReachBottom(() => void pages.more?.())

  const look = (next: Partial<typeof wanted>) => {
    const to = { ...wanted, ...next }
    setWanted(to)
    keepAddress(routes.answers(to.category, to.q))
  }
  const everything = wanted.q === '' && wanted.category === ''
  const about = known.find((c) => c.value === wanted.category)?.label
  return (
    <Page
      title="村里以前怎么办的"
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, today)}
    >
      <TextField
        {...{ id: 'q', label: '找什么事', icon: 'search', maxLength: most, placeholder: '比如：路灯、水沟、低保' }}
        value={typed}
        onChange={setTyped}
        onDone={() => look({ q: typed.trim() })}
      />
      <Button kind="second" block icon="search" onPress={() => look({ q: typed.trim() })}>
        找一找
      </Button>
      <Categories known={known} value={wanted.category} onChange={(category) => look({ category })} />
      <Loaded
        of={{ ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }}
        kind="list"
        label="正在找"
      >
        {() => (
          <>
            {pages.cards.map((one) => (
              <AnswerCard
                key={one.id}
                answer={one}
                today={today}
                about={known.find((c) => c.value === one.category)?.label}
              />
            ))}
            {pages.cards.length === 0 &&
              !pages.more &&
              (everything ? (
                <Empty
                  title="还没有办结的事"
                  says="说事办结以后，怎么办的、怎么答复的都留在这里，谁都能查。"
                  action="我要说事"
                  actionIcon="speak"
                  onAction={() => go(routes.raise())}
                />
              ) : (
                <Empty
                  title={`没有找到${about ? `${about}里` : ''}${wanted.q ? `“${wanted.q}”` : '办结的事'}`}
                  says="换几个字，或者换一类再找。没有人说过的事，您可以来说。"
                  action="我要说事"
                  actionIcon="speak"
                  onAction={() => go(routes.raise())}
                />
              ))}
            <MoreButton pages={pages} />
          </>
        )}
      </Loaded>
    </Page>
  )
}
