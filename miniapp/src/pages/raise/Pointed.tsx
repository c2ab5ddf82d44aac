import { Note } from '../../components/Chip'
import { personalDataIn } from './personalData'

/** Points at personal data in what is about to be shown to others. Nothing where there is none. */
export function Pointed({ text }: { text: string }) {
  const found = personalDataIn(text)
  if (found.length === 0) return null
  return <Note tone="zhe">这里好像有{found.join('和')}。别人看得到，最好删掉；村里要联系您，登录时的信息就够了。</Note>
}
