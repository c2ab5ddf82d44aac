import type { PersonView } from '@shared/schemas/views'
import { Sidebar } from '../../components/Sidebar'
import { routes } from '../../routes'
import { go } from '../../screen/go'

/** Where else someone of the township goes, at the left of a wide window. */
export function Places({
  person,
  place,
  current = 'monitor',
}: {
  person: PersonView
  place: string
  current?: 'monitor' | 'matrix' | 'catalogue' | 'settings' | 'sample' | 'audits'
}) {
  const to = {
    monitor: routes.monitor,
    matrix: routes.matrix,
    catalogue: routes.catalogue,
    settings: routes.settings,
    sample: routes.sample,
    audits: routes.audits,
    desk: routes.desk,
    boards: routes.boards,
    me: routes.me,
  }
  return (
    <Sidebar
      place={place}
      current={current}
      items={[
        { id: 'monitor', words: '监测', icon: 'grid' },
        { id: 'matrix', words: '公开检查', icon: 'checkc' },
        { id: 'catalogue', words: '公开目录', icon: 'edit' },
        { id: 'sample', words: '回头看', icon: 'eye' },
        { id: 'audits', words: '审计', icon: 'search' },
        { id: 'settings', words: '规则和期限', icon: 'clock' },
        { id: 'desk', words: '待办', icon: 'list' },
        { id: 'boards', words: '公开栏', icon: 'board' },
        { id: 'me', words: '我的', icon: 'me' },
      ]}
      onGo={(id) => id !== current && go(to[id]())}
      person={person.name}
      office={person.posts[0] ? `${person.posts[0].title}` : ''}
    />
  )
}
