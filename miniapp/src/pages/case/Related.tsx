import type { Workflow } from '@shared/engine/workflow'
import type { CaseView } from '@shared/schemas/views'
import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { asksAbout, isAnswered } from './notice'

const cameOf: Readonly<Record<string, string>> = {
  consultationOutcome: '协商的结果，已公开',
  sealReview: '按决议用章',
  spending: '按决议报账',
}

const cameOut = '由这件事引出'
const howItCame = (child: string, { mark }: Pick<Workflow, 'mark'>): string => {
  if (child.startsWith('matterOf')) return mark === '议' ? '后来又提了一次' : '转到四议'
  return cameOf[child] ?? cameOut
}

// They are named after the case that they are about.
const overseers: Readonly<Record<string, string>> = { supervision: '督办单', interview: '约谈' }

type Linked = CaseView['links']['children'][number]

/** The cases that this one came from, is about, and that came of it, but questions. Nothing when there are none. */
export function Related({ links, of }: { links: CaseView['links']; of: Workflow }) {
  const rows: [string, Linked][] = [
    ...(links.from ? [['从这件事来的', links.from] as [string, Linked]] : []),
    ...(links.about ? [['说的是这件事', links.about] as [string, Linked]] : []),
    ...links.children
      .filter((child) => !asksAbout(child.workflow))
      .map((child): [string, Linked] => [howItCame(child.workflow, of), child]),
    ...links.merged.map((one): [string, Linked] => ['并进来一起办', one]),
  ]
  if (rows.length === 0) return null
  return (
    <Card flush title="有关的事">
      {rows.map(([how, { id, workflow, title, number, closed }]) => (
        <Row
          key={id}
          icon="link"
          title={how === cameOut ? (overseers[workflow] ?? title) : title}
          detail={overseers[workflow] && how === cameOut ? number : `${how} · ${number}`}
          end={closed ? '已办结' : '正在办'}
          onPress={() => go(routes.case(id))}
        />
      ))}
    </Card>
  )
}

/** 问和答: what villagers asked about this, without names, newest last. Nothing when nobody has. */
export function Asked({ children }: { children: readonly Linked[] }) {
  const questions = children.filter((child) => asksAbout(child.workflow))
  if (questions.length === 0) return null
  return (
    <Card flush title="问和答" end={`${questions.length}个`}>
      {questions.map(({ id, title, number, step }) => (
        <Row
          key={id}
          icon="speak"
          title={title}
          detail={`一位村民问 · ${number}`}
          end={isAnswered(step) ? '已答复' : '等答复'}
          onPress={() => go(routes.case(id))}
        />
      ))}
    </Card>
  )
}

/** What this reader may do beside the main path, but what the page itself offers. */
export function Beside({ view, but }: { view: CaseView; but: readonly string[] }) {
  const asides = view.may.asides.filter((aside) => aside.ok && !but.includes(aside.id))
  const erases = !!view.may.erasable?.length
  if (asides.length === 0 && !erases) return null
  return (
    <Card flush title="您还可以">
      {asides.map(({ id, title }) => (
        <Row key={id} icon="edit" title={title} onPress={() => go(routes.act(view.id, id))} />
      ))}
      {erases && <Row icon="lock" title="照要求删内容" onPress={() => go(routes.erase(view.id))} />}
    </Card>
  )
}
