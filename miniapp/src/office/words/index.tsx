import { useRouter } from '@tarojs/taro'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import { Places } from '../monitor/Places'
import { placeSetBy } from '../VillagesApart'
import { Editing } from './Editing'

/** 说事的类别和现成的话: what requests are about, and beginnings of an answer, as the county has set them. */
export default function WordsPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const place = param(params, 'place') || placeSetBy(person)
  const found = useCall('requestWords', place ? { params: { id: place } } : null)
  const offline = found.savedAt && savedWords(found.savedAt, today())
  const side = person && <Places person={person} place="" current="settings" />
  if (place && found.answer)
    return <Editing key={place} {...{ place, offline, side }} view={found.answer} onSaved={found.set} />
  return (
    <Page title="说事的类别和现成的话" onBack={goBack} busy={place !== undefined} offline={offline} side={side}>
      {place ? (
        <Loaded of={found} kind="list" label="正在打开类别">
          {() => null}
        </Loaded>
      ) : (
        <Empty
          title="先登录，再看类别"
          says="说事有哪几类、答复怎么开头，由县里定。"
          action="去登录"
          onAction={() => go(routes.signIn(routes.requestWords('')))}
        />
      )}
    </Page>
  )
}
