import { shareInWords } from './engine/count'
import type { Fraction, Standing } from './engine/workflow'
import { yuan } from './money'
import type { SettingUnit, SettingValue } from './schemas/settings'

/** What there is to know of a setting to say whether a value can stand there. */
export type Limits = {
  title: string
  source: string
  standing: Standing
  unit: SettingUnit
  atLeast?: number
  atMost?: number
  floor?: Fraction | readonly number[]
}

const mostDays = 366
const mostFen = 100_000_000_000

const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value)
const isList = (value: unknown): value is readonly number[] => Array.isArray(value)

/** 15天, 3个工作日, 50,000元, 三分之二以上, 每月10日、20日. */
export const settingWords = (unit: SettingUnit, value: SettingValue): string => {
  if (isList(value))
    return unit === 'share'
      ? value[0] === value[1]
        ? '全部'
        : shareInWords({ atLeast: value as unknown as Fraction })
      : `每月${value.map((day) => `${day}日`).join('、')}`
  if (unit === 'fen') return `${yuan(value).replace(/\.00$/, '')}元`
  if (unit === 'switch') return value === 1 ? '是' : '不'
  if (unit === 'percent') return `${value}%`
  if (unit === 'audits') return `${value}次`
  if (unit === 'bodies') return value === 2 ? '村监委和监事会各审一遍' : '村监委审（兼监事会）'
  if (unit === 'requests') return `${value}件`
  return unit === 'workday' ? `${value}个工作日` : `${value}天`
}

/** 三分之二, 半数: a share as a limit. */
export const floorWords = (floor: readonly number[]): string => settingWords('share', floor).replace('以上', '')

/** Why that value can't stand there and what to do; undefined when it can. */
export const settingProblem = (of: Limits, value: unknown): string | undefined => {
  const called = `“${of.title}”`
  if (of.unit === 'share') return shareProblem(of, called, value)
  if (of.unit === 'monthDays') return monthDaysProblem(called, value)
  if (of.unit === 'switch') return value === 0 || value === 1 ? undefined : `“${called}”只能选是或者不。`
  if (of.unit === 'bodies')
    return value === 1 || value === 2 ? undefined : `${called}只能选1个机构或2个机构，请选一个。`
  if (of.unit === 'fen')
    return isWhole(value) && value >= 0 && value <= mostFen
      ? undefined
      : `${called}要填金额，0元到10亿元，最多两位小数。`
  if (!isWhole(value)) return `${called}要填整数，比如${settingWords(of.unit, of.atLeast ?? 3)}。`
  const [least, most] = [of.atLeast ?? 1, of.atMost ?? mostDays]
  const by = of.standing === 'ours' ? '' : `依据是${of.source}。`
  if (value < least)
    return `${called}不能少于${settingWords(of.unit, least)}。${by}请填${settingWords(of.unit, least)}或更多。`
  if (value > most) {
    const law = of.atMost === undefined ? '' : by
    return `${called}不能超过${settingWords(of.unit, most)}。${law}请填${settingWords(of.unit, most)}以内。`
  }
  return undefined
}

const shareProblem = ({ floor, source, standing }: Limits, called: string, value: unknown): string | undefined => {
  const [part, whole] = isList(value) && value.length === 2 ? value : []
  if (!isWhole(part) || !isWhole(whole) || part < 1 || part > whole || whole > 100)
    return `${called}要写成两个整数，比如三分之二写成2和3，不能超过全部。`
  if (floor && part * floor[1] < floor[0] * whole) {
    return `${called}不能低于${floorWords(floor)}。${standing === 'ours' ? '' : `依据是${source}。`}请选更高的比例。`
  }
  return undefined
}

const monthDaysProblem = (called: string, value: unknown): string | undefined => {
  if (!isList(value) || value.length === 0) return `${called}至少要有一天。请填每月几号，比如10、20。`
  if (!value.every((day) => isWhole(day) && day >= 1 && day <= 28)) return `${called}填1到28，每个月都有的日子。`
  if (value.some((day, i) => i > 0 && day <= value[i - 1])) return `${called}要从小到大排，同一天不写两遍。`
  return undefined
}
