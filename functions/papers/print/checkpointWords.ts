import { dayInChina } from '@shared/calendar'
import { codeOf } from '@shared/seenCheckpoint'
import type { House } from '../../stores'
import { dayWords } from './paperWords'

/** 第12号总账（6月3日）核验码 9F3A 72C1 0B5E: what whoever stands before the sheet can compare with their phone. */
export const checkpointWords = async (
  { stores }: Pick<House, 'stores'>,
  village: string,
): Promise<string | undefined> => {
  const state = await stores.checkpoints.state(village)
  if (!state) return undefined
  const { no, at, root } = state.signed.checkpoint
  return `村里第${no}号总账（${dayWords(dayInChina(Date.parse(at)))}）核验码 ${codeOf(root)}`
}
