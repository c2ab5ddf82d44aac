import { findPersonalData, neverPublished, personalKinds } from '@shared/personalData'
import { Note } from '../../components/Chip'

/** What is wrong with a text that has what may never be published in it; undefined if nothing is. */
export function neverIn(text: string): string | undefined {
  const found = findPersonalData(text).find((one) => neverPublished.includes(one.kind))
  return found && `里面有${personalKinds[found.kind]}“${found.text}”，不能公开。请删掉再发。`
}

/** Points at personal data in what is about to be published: which, and where it stands. Nothing where there is none. */
export function PersonalNote({ text }: { text: string }) {
  const found = findPersonalData(text)
  if (found.length === 0) return null
  const places = [...new Set(found.map((one) => `${personalKinds[one.kind]}“${one.text}”`))]
  const never = found.some((one) => neverPublished.includes(one.kind))
  return (
    <Note tone="zhe">
      里面好像有{places.join('、')}。问和答都会公开，{never ? '请删掉再发' : '最好删掉'}；要联系您，登录时的信息就够了。
    </Note>
  )
}
