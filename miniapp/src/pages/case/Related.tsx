import type { CaseView } from '@shared/schemas/views'
import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'

type Linked = CaseView['links']['children'][number]

/** The cases that this one came from, is about, and that came of it. Nothing when there are none. */
export function Related({ links }: { links: CaseView['links'] }) {
  const rows: [string, Linked][] = [
    ...(links.from ? [['从这件事来的', links.from] as [string, Linked]] : []),
    ...(links.about ? [['说的是这件事', links.about] as [string, Linked]] : []),
    ...links.children.map((child): [string, Linked] => ['由这件事引出', child]),
  ]
  if (rows.length === 0) return null
  return (
    <Card flush title="有关的事">
      {rows.map(([how, { id, title, number, closed }]) => (
        <Row
          key={id}
          icon="link"
          title={title}
          detail={`${how} · ${number}`}
          end={closed ? '已办结' : '正在办'}
          onPress={() => go(routes.case(id))}
        />
      ))}
    </Card>
  )
}

/** What this reader may do beside the main path, and a question about what hangs on the board. */
export function Beside({ view, mayAsk }: { view: CaseView; mayAsk: boolean }) {
  const asides = view.may.asides.filter((aside) => aside.ok)
  if (asides.length === 0 && !mayAsk) return null
  return (
    <Card flush title="您还可以">
      {asides.map(({ id, title }) => (
        <Row key={id} icon="edit" title={title} onPress={() => go(routes.act(view.id, id))} />
      ))}
      {mayAsk && (
        <Row
          icon="speak"
          title="对这件事有疑问，说一说"
          detail="下一个说事日答复"
          onPress={() => go(routes.raise(view.id))}
        />
      )}
    </Card>
  )
}
