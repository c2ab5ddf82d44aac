import type { PlaceGuidesView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { guidesPlace } from '../../api/guidesPlace'
import { useSession } from '../../api/session'
import { today } from '../../api/today'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { savedWords } from '../../words'
import '../form/form.scss'
import { Writing } from './Writing'

/** 办事指南 as its office writes them: a place's own, and what holds there from above; or one of its own. */
export default function EditGuides() {
  const { params } = useRouter()
  const person = useSession()?.person
  const place = param(params, 'place') || guidesPlace(person)
  const wanted = param(params, 'guide')
  const found = useCall('placeGuides', place ? { params: { id: place } } : null)
  const { answer: view } = found
  const guide = view?.guides.find(({ id, own }) => own && id === wanted)
  if (place && view?.mayWrite && (wanted === 'new' || guide))
    return <Writing key={wanted} place={place} name={view.name} guide={guide} />
  const title = view ? `${view.name}办事指南` : '办事指南'
  const offline = found.savedAt && savedWords(found.savedAt, today())
  return (
    <Page
      {...{ title, offline, busy: !view, onBack: goBack }}
      actions={
        view?.mayWrite &&
        place && (
          <Button grow icon="plus" onPress={() => go(routes.editGuides(place, 'new'))}>
            写一条
          </Button>
        )
      }
    >
      {place ? (
        <Loaded of={found} kind="list" label="正在打开办事指南">
          {(answer) => <Lists view={answer} place={place} gone={wanted !== ''} />}
        </Loaded>
      ) : (
        <Empty
          title="这里给写指南的人用"
          says="办事指南由村文书、书记、主任和镇里、县里来写。请换成有职务的身份登录。"
          action="去登录"
          onAction={() => go(routes.signIn())}
        />
      )}
    </Page>
  )
}

function Lists({ view, place, gone }: { view: PlaceGuidesView; place: string; gone: boolean }) {
  const own = view.guides.filter((guide) => guide.own)
  const above = [...new Set(view.guides.filter((guide) => !guide.own).map(({ placeName }) => placeName))]
  const { mayWrite } = view
  return (
    <>
      {gone && mayWrite && <Note>要改的那一条不在这里了，可能已经撤掉。请从下面选。</Note>}
      {!mayWrite && <Note>您可以看，不能改。村里的由文书、书记或主任写，镇里和县里的由他们自己写。</Note>}
      {own.length > 0 ? (
        <Card title={`${view.name}写的`} end={mayWrite ? `${own.length}条，点开就能改` : `${own.length}条`} flush>
          {own.map(({ id, title, time, fee }) => (
            <Row
              key={id}
              {...{ title, icon: mayWrite ? 'edit' : 'file', detail: `${time} · ${fee}` }}
              onPress={() => go(mayWrite ? routes.editGuides(place, id) : routes.guides(id))}
            />
          ))}
        </Card>
      ) : (
        <Empty
          title={`${view.name}还没有自己写的`}
          says={
            above.length > 0 ? '下面是上级写的，在这里也算数。' : '到这里办事要带什么、几天办好，写一条大家就看得到。'
          }
        />
      )}
      {above.map((placeName) => {
        const guides = view.guides.filter((guide) => !guide.own && guide.placeName === placeName)
        return (
          <Card key={placeName} title={`${placeName}写的`} end={`${guides.length}条，要改跟${placeName}说`} flush>
            {guides.map(({ id, title, time, fee }) => (
              <Row
                key={id}
                icon="file"
                title={title}
                detail={`${time} · ${fee}`}
                onPress={() => go(routes.guides(id))}
              />
            ))}
          </Card>
        )
      })}
    </>
  )
}
