import Taro from '@tarojs/taro'
import { routes, tabs } from '../routes'

const tabUrls: readonly string[] = tabs.map((tab) => routes[tab]())
// WeChat keeps ten pages; the eleventh would be refused.
const mostPages = 9

/** Opens a page by its url from `routes`, a tab or not. */
export function go(url: string): void {
  if (tabUrls.includes(url)) void Taro.switchTab({ url })
  else if (Taro.getCurrentPages().length >= mostPages) void Taro.redirectTo({ url })
  else void Taro.navigateTo({ url })
}

/** Opens a page in the place of this one. */
export function goInstead(url: string): void {
  if (tabUrls.includes(url)) void Taro.switchTab({ url })
  else void Taro.redirectTo({ url })
}

/** Back; from a page that was opened by a link, to the boards. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: routes.boards() })
}
