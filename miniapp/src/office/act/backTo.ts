import Taro from '@tarojs/taro'
import { type PageName, pages } from '../../routes'
import { goBack, goInstead } from '../../screen/go'

/** Back to that page where it lies under this one, so that none is opened twice; else to its url in place of this one. */
export function backTo(page: PageName, url: string): void {
  const under = Taro.getCurrentPages().at(-2) as { route?: string; path?: string } | undefined
  if (`${under?.route ?? ''} ${under?.path ?? ''}`.includes(pages[page])) goBack()
  else goInstead(url)
}
