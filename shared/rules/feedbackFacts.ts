import type { FormValue } from '../engine/case'
import { type Fact, no } from './fact'

/** The words of a request that are checked before others see them, as one text: an appeal holds exactly these. */
export const checkedWords = ({ text, place, wish }: FormValue): string =>
  [text, place, wish].filter((w) => typeof w === 'string' && w.trim() !== '').join('\n')

const appealSaysOfWhat: Fact = ({ form }) =>
  form.kind === 'appeal' && !form.words && !(form.photos as readonly string[] | undefined)?.length
    ? no('请写上被拦下的话，或者选被拦下的照片，镇里才好看。', { field: 'words' })
    : {}

/** An appeal is upheld or not; everything else is answered. */
const answersItsKind: Fact = ({ act, found }) => {
  const isAppeal = found?.fields.kind === 'appeal'
  if (act.outcome === undefined || isAppeal === (act.outcome !== 'answered')) return {}
  return no(isAppeal ? '申诉请选“成立”或者“不成立”。' : '这不是申诉，请选“答复”。')
}

export const feedbackFacts = { appealSaysOfWhat, answersItsKind } as const
