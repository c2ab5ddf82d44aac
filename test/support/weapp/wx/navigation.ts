import { callIfThere } from '../definitions'
import type { Opening, PageStack } from '../pageStack'
import { answers, Failed, type Host } from './call'

const OPENINGS: Opening[] = ['navigateTo', 'redirectTo', 'switchTab', 'reLaunch']

/** wx.navigateTo and its kin, over the page stack. */
export function navigationApi(host: Host, pages: PageStack, title: (text: string) => void): Record<string, unknown> {
  const open = (how: Opening) =>
    answers(host, how, ({ url }) => {
      const refusal = pages.go(how, String(url))
      if (refusal) throw new Failed(refusal)
    })
  return {
    ...Object.fromEntries(OPENINGS.map((how) => [how, open(how)])),
    navigateBack: answers(host, 'navigateBack', ({ delta }) => pages.back(Number(delta ?? 1))),
    setNavigationBarTitle: answers(host, 'setNavigationBarTitle', (options) => title(String(options.title))),
    startPullDownRefresh: answers(host, 'startPullDownRefresh', () => {
      if (pages.top) callIfThere(pages.top, 'onPullDownRefresh')
    }),
  }
}
