import { type MatterTopic, matterTopic } from '@shared/matterTopics'
import type { CaseView } from '@shared/schemas/views'
import { useState } from 'react'
import { useSession } from '../../api/session'
import { Empty } from '../../components/Blank'
import { Page } from '../../components/Page'
import { routes } from '../../routes'
import { go, goBack } from '../../screen/go'
import { Opened } from '../open/Opened'
import { openingCalled } from '../open/openings'
import { Bodies } from './Bodies'
import { Matter } from './Matter'
import { Topics } from './Topics'
import { bodiesOf, topicGroups } from './topics'

/** 这件事是关于…: what it is about says who may decide it; then the matter itself is written. */
export default function TopicPage() {
  const person = useSession()?.person
  const [topic, setTopic] = useState<string>()
  const [body, setBody] = useState<string>()
  const [opened, setOpened] = useState<CaseView>()
  const chosen = matterTopic(topic)
  const groups = topicGroups(person)
  const choose = ({ value }: MatterTopic) => {
    const found = matterTopic(value)
    const bodies = found ? bodiesOf(found, person) : []
    setTopic(value)
    setBody(bodies.length === 1 ? bodies[0] : undefined)
  }

  if (opened) return <Opened view={opened} />
  const opening = openingCalled(body ?? '', person)
  if (chosen && opening) return <Matter opening={opening} topic={chosen} onBack={() => reset()} onOpened={setOpened} />
  if (chosen) return <Bodies topic={chosen} person={person} onChoose={setBody} onBack={() => setTopic(undefined)} />
  return (
    <Page title="提一件四议事项" onBack={goBack}>
      {groups.length > 0 ? (
        <Topics groups={groups} onChoose={choose} />
      ) : (
        <Empty
          title="四议事项由村干部来提"
          says={person ? '您觉得村里该办什么，可以先提给村里，由村里转四议。' : '先登录，再看您能提什么。'}
          action={person ? '我要说事' : '去登录'}
          onAction={() => go(person ? routes.raise() : routes.signIn(routes.topic()))}
        />
      )}
    </Page>
  )

  // one step back: to the bodies where there was a choice, else to the topics
  function reset() {
    setBody(undefined)
    if (chosen && bodiesOf(chosen, person).length === 1) setTopic(undefined)
  }
}
