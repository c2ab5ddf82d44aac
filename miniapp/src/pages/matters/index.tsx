import type { CardView } from '@shared/schemas/views'
import { useReachBottom } from '@tarojs/taro'
import { call } from '../../api/client'
import { today as todayNow } from '../../api/today'
import { useCall } from '../../api/useCall'
import { usePages } from '../../api/usePages'
import { useVillage } from '../../api/useVillage'
import { Empty } from '../../components/Blank'
import { Card, SectionTitle } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { MoreButton } from '../../screen/MoreButton'
import { ProgressList } from '../../screen/ProgressList'
import { monthDay, savedWords } from '../../words'

const workflow = 'matterOfRepresentatives'
const deciding = ['提', '商', '核', '征', '审', '决']

/** 议事: matters that are being decided, and what has been decided. */
export default function Matters() {
  const { id, refused, ask } = useVillage()
  const found = useCall('cases', id ? { params: { id }, query: { workflow } } : null)
  const pages = usePages(found.answer, (after) => call('cases', { params: { id: id! }, query: { workflow, after } }))
  useReachBottom(() => void pages.more?.())
  const today = todayNow()
  const open = pages.cards.filter((card) => card.seal !== undefined && deciding.includes(card.seal))
  const decided = pages.cards.filter((card) => !open.includes(card))
  const metaOf = (card: CardView) => `${monthDay(card.on, today)}${card.board ? '公开' : '提出'}`
  const list = (cards: readonly CardView[]) => <ProgressList {...{ cards, today, metaOf }} />
  return (
    <Page title="议事" busy={!found.answer} offline={found.savedAt && savedWords(found.savedAt, today)}>
      <Loaded
        of={{ ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }}
        kind="list"
        label="正在打开议事"
      >
        {() => (
          <>
            {open.length > 0 && <SectionTitle title="正在商量" meta="四议两公开" />}
            {open.length > 0 && list(open)}
            {decided.length > 0 && <SectionTitle title="议过的" />}
            {decided.length > 0 && list(decided)}
            {pages.cards.length === 0 && (
              <Empty
                title="还没有议过事"
                says="花钱多的、关系大家的事，要走四议两公开。谁开的会、多少人同意，都写在这里。"
              />
            )}
            <MoreButton pages={pages} />
            <Card flush>
              <Row
                icon="hands"
                title="质询"
                detail="村委会成员怎么办事，可以联名书面问"
                onPress={() => go(routes.questioning())}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  )
}
