import type { CaseView } from '@shared/schemas/views'
import { html } from 'hono/html'
import type { Markup } from '../print/frame'
import { dayWords } from '../print/paperWords'
import { formTable } from './boxes'
import { besides } from './course'
import { listOf, partOf } from './parts'

/** 监督意见, and what was sent back, withdrawn, urged or taken over, each with its reason. */
export const oversightPart = (view: CaseView): Markup => {
  const opinions = besides(view, 'opinion')
  const others = view.log.filter(
    (e) => ['sendBack', 'withdraw', 'urge', 'takeOver'].includes(e.aside ?? '') || e.outcome === 'returned',
  )
  return html`${partOf(
    '监督意见',
    html`${listOf(
      ['哪天', '谁', '意见'],
      opinions.map((e) => [dayWords(e.on), e.who, String(e.values.opinion ?? '')]),
      { empty: 2 },
    )}${formTable([{ label: '村监委主任签字' }, { label: '日期' }])}`,
  )}${
    others.length
      ? partOf(
          '退回、撤回和督办',
          listOf(
            ['哪天', '谁', '做了什么', '为什么'],
            others.map((e) => [
              dayWords(e.on),
              e.who,
              e.aside ? e.title : `${e.title}：退回`,
              String(e.values.reason ?? e.values.opinion ?? ''),
            ]),
          ),
        )
      : ''
  }`
}
