import type { PersonView } from '@shared/schemas/views'
import { workflowOf } from '@shared/workflows/index'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { useVillage } from '../../api/useVillage'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { SignInFirst } from '../../screen/SignInFirst'
import { savedWords } from '../../words'
import './index.scss'
import { Month } from './Month'
import { sumWords } from './months'
import { Uses } from './Uses'

const holds = (person: PersonView | undefined, village: string | undefined, opens: readonly string[]) =>
  person?.posts.some(({ role, place }) => place === village && opens.includes(role)) ?? false
const publishers: readonly string[] = workflowOf('notice')!.opensBy
const askers: readonly string[] = workflowOf('sealReview')!.opensBy

/** 用章台账: which seal of the village went on what in a month. For everybody of the village; names are the office's. */
export default function Seals() {
  const { params } = useRouter()
  const person = useSession()?.person
  const { id: chosen, refused, ask } = useVillage()
  const id = param(params, 'village') || chosen
  const day = today()
  const [month, setMonth] = useState(param(params, 'month') || day.slice(0, 7))
  const found = useCall('sealRegister', id && person ? { params: { id }, query: { month } } : null)
  const asks = holds(person, id, askers)
  const ofOffice = holds(
    person,
    id,
    askers.filter((role) => role !== 'villager'),
  )
  if (!person)
    return (
      <SignInFirst
        title="用章台账"
        first="登录后看用章台账"
        says="村里的公章哪天盖在什么文件上，本村村民都能查。"
        back={routes.seals()}
      />
    )
  return (
    <Page
      title="用章台账"
      onBack={goBack}
      busy={!found.answer}
      offline={found.savedAt && savedWords(found.savedAt, day)}
      actions={
        asks ? (
          <Button grow icon="edit" onPress={() => go(ofOffice ? routes.sealPaper() : routes.askForSeal())}>
            申请用章
          </Button>
        ) : undefined
      }
    >
      <Month month={month} last={day.slice(0, 7)} onChange={setMonth} />
      <Loaded
        of={{ ...found, refused: found.refused ?? refused, reload: id ? found.reload : ask }}
        kind="list"
        label="正在打开用章台账"
      >
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title="这个月没有用过章" says="盖一次章登记一次，登记了的都在这里，按上面的箭头看别的月。" />
          ) : (
            <>
              <Note tone="hui">{sumWords(rows)}。谁申请的只给村干部看。</Note>
              <Uses rows={rows} />
              {holds(person, id, publishers) && (
                <Card flush>
                  <Row
                    icon="board"
                    title="把这个月的用章登记公开"
                    detail="每个月公开一次，明细从台账里取，不用再填"
                    onPress={() => go(routes.open('notice', undefined, { item: 'V18', period: month }))}
                  />
                </Card>
              )}
            </>
          )
        }
      </Loaded>
    </Page>
  )
}
