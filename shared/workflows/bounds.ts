import type { Fraction, Share, Workflow } from '../engine/workflow'
import { type Setting, type SettingName, settings } from '../schemas/settings'
import { workflows } from './index'

/** What a rule lets a setting be: whole numbers, or for a share the smallest it may be. */
export type Bounds = { atLeast?: number; atMost?: number; floor?: Fraction }

type Use = { setting: string; atLeast?: number; atMost?: number; floor?: Share }

const isUse = (value: object): value is Use => 'setting' in value && typeof value.setting === 'string'

/** Every place in a definition where a setting stands in for a number or a share. */
const usesIn = (value: unknown): readonly Use[] => {
  if (typeof value !== 'object' || value === null) return []
  return isUse(value) ? [value] : Object.values(value).flatMap(usesIn)
}

const larger = (a: Fraction, b: Fraction) => a[0] * b[1] > b[0] * a[1]

const fractionOf = (share: Share): Fraction =>
  'atLeast' in share ? share.atLeast : 'moreThan' in share ? share.moreThan : fractionOf(share.floor)

/** Floor and ceiling of a setting: the narrowest of what all workflows, and its own definition, hold it to. */
export const boundsOf = (name: SettingName, over: readonly Workflow[] = workflows): Bounds => {
  const own: Setting = settings[name]
  const uses = usesIn(over).filter(({ setting }) => setting === name)
  const numbers = (key: 'atLeast' | 'atMost') => [own, ...uses].flatMap((use) => use[key] ?? [])
  const [atLeast, atMost] = [numbers('atLeast'), numbers('atMost')]
  const [floor] = uses
    .flatMap((use) => (use.floor ? [fractionOf(use.floor)] : []))
    .sort((a, b) => (larger(a, b) ? -1 : 1))
  return {
    ...(atLeast.length && { atLeast: Math.max(...atLeast) }),
    ...(atMost.length && { atMost: Math.min(...atMost) }),
    ...(floor && { floor }),
  }
}
