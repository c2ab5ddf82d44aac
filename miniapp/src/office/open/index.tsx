import type { CaseView } from '@shared/schemas/views'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { useCall } from '../../api/useCall'
import { Empty } from '../../components/Blank'
import { Card } from '../../components/Card'
import { Page } from '../../components/Page'
import { Row } from '../../components/Row'
import { param, routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Loaded } from '../../screen/Loaded'
import { Again } from './Again'
import { Opened } from './Opened'
import { Opening } from './Opening'
import { openingCalled, openingsOf, openingWords, rowsToBegin } from './openings'

/** Begin a notice, a matter, the record of what someone said: whatever the person's posts allow. */
export default function OpenPage() {
  const { params } = useRouter()
  const person = useSession()?.person
  const wanted = param(params, 'workflow')
  const openings = openingsOf(person)
  const rows = rowsToBegin(person)
  const [chosen, setChosen] = useState(wanted)
  const [opened, setOpened] = useState<CaseView>()
  const from = param(params, 'from')
  const about = param(params, 'about')
  const called = openingCalled(chosen, person)
  // a matter begins with what it is about, or with the one that is raised again
  const opening = called?.workflow.openForm === 'matter' && !about ? undefined : called
  const corrected = useCall('case', opening && from ? { params: { id: from } } : null)
  const earlier = useCall('case', opening && about ? { params: { id: about } } : null)

  if (opened) return <Opened view={opened} />
  if (opening && about)
    return earlier.answer ? (
      <Again opening={opening} earlier={earlier.answer} onOpened={setOpened} />
    ) : (
      <Page title="再提一次" onBack={goBack}>
        <Loaded of={earlier} kind="detail" label="正在打开上一次的">
          {() => null}
        </Loaded>
      </Page>
    )
  if (opening && (!from || corrected.answer))
    return (
      <Opening
        key={opening.workflow.id}
        opening={opening}
        from={corrected.answer}
        item={param(params, 'item')}
        period={param(params, 'period')}
        onOpened={setOpened}
      />
    )
  if (opening && from)
    return (
      <Page title={openingWords(opening.workflow).title} onBack={goBack}>
        <Loaded of={corrected} kind="detail" label="正在打开原来那一份">
          {() => null}
        </Loaded>
      </Page>
    )
  return (
    <Page title="开始一件事" onBack={goBack} busy={opening !== undefined}>
      {openings.length + rows.length > 0 ? (
        <Card flush>
          {rows.map(({ page, ...row }) => (
            <Row key={page} {...row} onPress={() => go(page)} />
          ))}
          {openings.map(({ workflow, page }) => {
            const { title, detail } = openingWords(workflow)
            return (
              <Row
                key={workflow.id}
                tile={workflow.mark}
                title={title}
                detail={detail}
                onPress={() => (page ? go(page) : setChosen(workflow.id))}
              />
            )
          })}
        </Card>
      ) : (
        <Empty
          title="这里由村干部来开"
          says={person ? '您有事要说，可以直接提给村里。' : '先登录，再看您能办什么。'}
          action={person ? '我要说事' : '去登录'}
          onAction={() => go(person ? routes.raise() : routes.signIn())}
        />
      )}
    </Page>
  )
}
