import type { Days } from './days'
import { directorOf } from './people'
import type { Line } from './telling'

export type PaperAt = 'approval' | 'countersign' | 'stamping' | 'closed' | 'void'

export type Paper = {
  village: string
  /** the day on which it was asked for */
  day: number
  copies: number
  kind?: 'committee' | 'party' | 'collective'
  /** a contract or lease is signed by two */
  important?: true
  at: PaperAt
}

/** What is done on a paper that asks for a seal: approved, where it is important countersigned, stamped by the keeper. */
export const paperLines = ({ village, day, copies, kind, important, at }: Paper, days: Days): readonly Line[] => {
  const of = (role: string) => `${role}-${village}`
  const stampedOn = day + (important ? 3 : 1)
  const approver = { committee: directorOf(village), party: of('secretary'), collective: of('collective') }
  const agreed = (by: string, on: number, opinion: string): Line => ({
    ...{ day: on, by, outcome: 'agreed', form: { opinion } },
  })
  const lines: readonly (readonly [PaperAt, Line])[] = [
    ['approval', agreed(approver[kind ?? 'committee'], day + (important ? 1 : 0), '内容看过，可以盖。')],
    ...(important
      ? [['countersign', agreed(of('secretary'), day + 2, '和决议定的一样，同意。')] satisfies [PaperAt, Line]]
      : []),
    [
      'stamping',
      {
        ...{ day: stampedOn, by: of('keeper'), outcome: 'stamped' },
        form: { stampedOn: days.on(stampedOn), stamped: copies, where: 'office' },
      },
    ],
  ]
  const stands = lines.findIndex(([step]) => step === at)
  const voided: Line = {
    ...{ day: stampedOn + 2, by: of('keeper'), aside: 'void' },
    form: { voidOn: days.on(stampedOn + 2), reason: '写错了一个字，重新开了一份。', back: copies },
  }
  return [...lines.slice(0, stands < 0 ? lines.length : stands).map(([, l]) => l), ...(at === 'void' ? [voided] : [])]
}
