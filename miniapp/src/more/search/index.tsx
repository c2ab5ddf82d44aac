import { useReachBottom, useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { call } from '../../api/client'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { useVillage } from '../../api/useVillage'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Segmented } from '../../components/Segmented'
import { TextField } from '../../components/TextField'
import { keepAddress } from '../../platform/address'
import { param, routes } from '../../routes'
import { CardList } from '../../screen/CardList'
import { goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { savedWords } from '../../words'

const yearsBack = 4
const most = 40

/** 找: in the boards of a village, newest first, a year at a time. What was looked for stays in the address. */
export default function Search() {
  const { params } = useRouter()
  const today = todayNow()
  const thisYear = today.slice(0, 4)
  const [typed, setTyped] = useState(param(params, 'q'))
  const [wanted, setWanted] = useState({ q: param(params, 'q').trim(), year: param(params, 'year') || thisYear })
  const [says, setSays] = useState('')
  const { id, refused, ask } = useVillage()
  const { q, year } = wanted
  const query = { q, year }
  const found = useCall('search', id && q ? { params: { id }, query } : null)
  const pages = usePages(found.answer, (after) => call('search', { params: { id: id! }, query: { ...query, after } }))
  useReachBottom(() => void pages.more?.())

  const look = (next: Partial<typeof wanted>) => {
    const to = { ...wanted, ...next }
    setSays(to.q ? '' : '请先写要找的字，比如“路灯”。')
    setWanted(to)
    keepAddress(routes.search(to.q, to.year === thisYear ? undefined : to.year))
  }
  const years = Array.from({ length: yearsBack }, (_, i) => `${Number(thisYear) - i}`)
  return (
    <Page title="在公开栏里找" onBack={goBack} offline={found.savedAt && savedWords(found.savedAt, today)}>
      <TextField
        {...{ id: 'q', label: '找什么', icon: 'search', maxLength: most, placeholder: '标题、内容里的字都能找' }}
        value={typed}
        onChange={setTyped}
        onDone={() => look({ q: typed.trim() })}
        error={says}
      />
      <Button block icon="search" onPress={() => look({ q: typed.trim() })}>
        找一找
      </Button>
      <Segmented
        label="哪一年贴的"
        options={years.map((value) => ({ value, words: `${value}年` }))}
        value={year}
        onChange={(to) => look({ year: to })}
      />
      {q === '' ? (
        <Note tone="hui">写几个字就能找，比如“路灯”“误工补贴”“5月”。一次找一年。</Note>
      ) : (
        <Loaded
          of={{ ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }}
          kind="list"
          label="正在找"
        >
          {() => (
            <>
              <CardList
                cards={pages.cards}
                today={today}
                isFresh={() => false}
                saved={found.savedAt !== undefined}
                empty={{ title: `${year}年没有找到“${q}”`, says: '换几个字，或者换一年再找。字写少一点更容易找到。' }}
              />
              <MoreButton pages={pages} />
            </>
          )}
        </Loaded>
      )}
    </Page>
  )
}
