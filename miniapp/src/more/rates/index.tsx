import { useState } from 'react'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { useVillage } from '../../api/useVillage'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { Segmented } from '../../components/Segmented'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { Counts } from './Counts'
import './index.scss'

/** 说事办得怎么样: the counts of this village in a year. No share and no other village: what is here can be counted again. */
export default function Rates() {
  const today = todayNow()
  const thisYear = Number(today.slice(0, 4))
  const [year, setYear] = useState(thisYear)
  const { id, refused, ask } = useVillage()
  const found = useCall('rates', id ? { params: { id }, query: { year } } : null)
  return (
    <Page
      title="说事办得怎么样"
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, today)}
    >
      <Segmented
        label="看哪一年"
        options={[thisYear, thisYear - 1].map((y) => ({ value: `${y}`, words: `${y}年` }))}
        value={`${year}`}
        onChange={(value) => setYear(Number(value))}
      />
      <Loaded
        of={{ ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }}
        kind="list"
        label="正在数"
      >
        {(view) => <Counts view={view} isThisYear={view.year === thisYear} />}
      </Loaded>
      <Card flush>
        <Row
          icon="search"
          title="村里以前怎么办的"
          detail="办结的事，一件一件怎么答复的"
          onPress={() => go(routes.answers())}
        />
      </Card>
    </Page>
  )
}
