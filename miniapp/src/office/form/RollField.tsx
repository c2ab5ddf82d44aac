import type { RollName } from '@shared/engine/workflow'
import { isOfGroup } from '@shared/rolls'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { useCall } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { Field, type FieldProps } from '../../components/Field'
import { forget } from '../../platform/storage'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { monthDay } from '../../words'
import { keepRoll, type RollOf, readRoll, rollName } from '../roll/keptRoll'
import { quorumOf } from '../roll/quorum'
import { type Called, figureNames, figuresOf, howWords, strangers, type Ticks, whyRecused } from '../roll/roll'
import { rollIn, sheetOfTicks, ticksIn } from '../roll/rollSheet'
import type { Counting, Roll } from './problems'
import { rollWords } from './rollWords'
import type { Place } from './StepField'
import type { Typed } from './typed'

export type RollFieldProps = FieldProps & {
  typed: Typed
  draft: string
  counting?: Counting
  place: Place
  onChange: (name: string, value: unknown) => void
}

const isDay = (value: unknown): value is string => typeof value === 'string' && value !== ''

const rollOf = ({ counting, place: { village, group }, typed: { heldOn } }: RollFieldProps): RollOf | undefined => {
  if (!counting || !isDay(heldOn)) return undefined
  const roll = counting.roll.name as RollName
  const { count, settings } = counting
  return { ...{ village, roll, on: heldOn, count, settings }, ...(isOfGroup(roll) && { group }) }
}

/** 签到册: who came, ticked one by one on a page of its own; the figures of the form then follow from it. */
export function RollField(props: RollFieldProps) {
  const { typed, draft, counting, place: _, onChange, ...field } = props
  const of = rollOf(props)
  const { answer, refused } = useCall(
    'rollCall',
    of ? { params: { id: of.village }, query: { roll: of.roll, on: of.on, group: of.group } } : null,
  )
  const called = answer?.called
  const ticked = rollIn(typed.roll)

  const take = useRef<() => void>(() => undefined)
  take.current = () => {
    const ticks = readRoll(draft)?.ticks ?? (ticked && ticksIn(ticked))
    if (!of || !called || !ticks) return
    if (ticks.length > 0) fill(ticks, of.on, called, ticked, typed, onChange)
    else if (ticked) typeAgain()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list, or another day, is the reason
  useEffect(() => take.current(), [called])
  useDidShow(() => take.current())

  const typeAgain = () => {
    forget(rollName(draft))
    for (const name of ['roll', ...figureNames]) onChange(name, undefined)
  }
  const open = () => {
    if (!of) return
    keepRoll(draft, { of, ticks: readRoll(draft)?.ticks ?? (ticked ? ticksIn(ticked) : []) })
    go(routes.roll(draft))
  }

  if (!counting) return null
  if (!of)
    return (
      <Field {...field} help={undefined} note={undefined}>
        <Note tone="hui">先在上面选“开会日期”，再逐人签到：应到的人按那一天的名册算。</Note>
      </Field>
    )
  if (called?.length === 0)
    return (
      <Field {...field} help={undefined}>
        <Note tone="zhe">
          {monthDay(of.on)}的名册里没有该到这个会的人，不能逐人签到。请先办名册变动；人数也可以在下面自己填。
        </Note>
      </Field>
    )
  if (!ticked)
    return (
      <Field {...field}>
        {refused && <Note tone="zhe">名册没打开，可以先自己填人数。{refused.says}</Note>}
        <Button kind="second" block icon="list" onPress={open}>
          打开签到册
        </Button>
      </Field>
    )
  const ticks = ticksIn(ticked)
  const strange = called ? strangers(ticks, called).length : 0
  return (
    <Field {...field} help={undefined} note={undefined} role="group">
      <View className="mw-card">
        <Came ticks={ticks} of={of} eligible={ticked.called} called={called} />
      </View>
      {strange > 0 && (
        <Note tone="jiang">{`勾过的有${strange}人不在${monthDay(of.on)}的应到名册里，请打开签到册去掉。`}</Note>
      )}
      <View className="mw-field-tools">
        <Button kind="second" icon="list" onPress={open}>
          接着勾，或者改
        </Button>
      </View>
      <View className="mw-sheet-links">
        <Link words="不用签到册，自己填人数" icon="undo" onPress={typeAgain} />
      </View>
    </Field>
  )
}

type CameProps = {
  ticks: Ticks
  of: RollOf
  eligible: { eligible: number; households: number }
  called?: readonly Called[]
}

function Came({ ticks, of, eligible, called = [] }: CameProps) {
  const figures = figuresOf(ticks, called)
  const quorum = quorumOf(of.count, of.settings, eligible, figures)
  const ways = (Object.keys(howWords) as (keyof typeof howWords)[])
    .map((how) => ({ how, many: ticks.filter((t) => t.how === how).length }))
    .filter(({ many }) => many > 0)
    .map(({ how, many }) => `${howWords[how]}${many}人`)
  return (
    <View {...aria({ role: 'status' })}>
      <View className="mw-strong">{quorum.heads}</View>
      <View className={quorum.met ? 'mw-song' : 'mw-zhe'}>{quorum.says}</View>
      <View className="mw-meta">
        {[...ways, ...(figures.notVoting > 0 ? [`回避${figures.notVoting}人`] : [])].join('，')}
      </View>
    </View>
  )
}

/** The roll into the form: the list as it will be sent, and every figure that follows from it. */
const fill = (
  ticks: Ticks,
  on: string,
  called: readonly Called[],
  before: ReturnType<typeof rollIn>,
  typed: Typed,
  onChange: RollFieldProps['onChange'],
) => {
  const same = before && JSON.stringify(before.rows) === JSON.stringify(ticks)
  const expected = { eligible: called.length, households: new Set(called.map((c) => c.household)).size }
  const next = sheetOfTicks(ticks, { on, called: expected }, same ? before.kept : undefined)
  if (JSON.stringify(next) === JSON.stringify(before)) return
  onChange('roll', next)
  for (const [name, figure] of Object.entries(figuresOf(ticks, called))) onChange(name, figure)
  const why = whyRecused(ticks)
  const told = before && whyRecused(ticksIn(before))
  // words of their own stay
  if (why && (!typed.notVotingWhy || typed.notVotingWhy === told)) onChange('notVotingWhy', why)
}

/** Whether a field is a figure that a roll gives. */
export const isOfRoll = (name: string): boolean => figureNames.includes(name)

export type RollFigureProps = FieldProps & {
  name: string
  unit?: string
  value: unknown
  /** whose heads are counted */
  roll?: Roll
  optional?: boolean
}

/** A figure that follows from the roll: it can't be typed while there is one. What is nobody's isn't drawn. */
export function RollFigure({ name, unit = '人', value, roll, optional, note: _, help: __, ...field }: RollFigureProps) {
  const figure = typeof value === 'number' ? value : 0
  if (optional && figure === 0) return null
  const heads = name === 'present' && roll
  return (
    <Field {...field} label={heads ? '到会人数' : field.label} note="签到册算的" role="group">
      <View className={heads ? 'mw-cells' : undefined}>
        {heads && <Fixed label="应到" from={rollWords(roll.name)} figure={roll.eligible} unit={unit} />}
        <Fixed label={heads ? '实到' : undefined} figure={figure} unit={unit} />
      </View>
    </Field>
  )
}

function Fixed({ label, from, figure, unit }: { label?: string; from?: string; figure: number; unit: string }) {
  return (
    <View>
      {label && (
        <View className="mw-cell-label">
          {label}
          {from && <View className="mw-cell-from">{from}</View>}
        </View>
      )}
      <View className="mw-input big fixed" {...aria({ role: 'img', label: `${label ?? ''}${figure}${unit}` })}>
        {figure}
        <View className="mw-input-end">{unit}</View>
      </View>
    </View>
  )
}
