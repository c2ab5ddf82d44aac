import Taro from '@tarojs/taro'

/** What this phone asks of a page: px to keep clear, and how large its owner has set the letters (1 is usual). */
export type PhoneScreen = { statusBar: number; capsule: number; fontScale: number }

export function phoneScreen(): PhoneScreen {
  if (process.env.TARO_ENV === 'h5') return { statusBar: 0, capsule: 0, fontScale: 1 }
  const { statusBarHeight = 0, windowWidth } = Taro.getWindowInfo()
  const capsule = Taro.getMenuButtonBoundingClientRect()
  return { statusBar: statusBarHeight, capsule: capsule ? windowWidth - capsule.left : 97, fontScale: fontScale() }
}

/** WeChat's font size setting in px; 16 is its middle. */
function fontScale(): number {
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return fontSizeSetting ? Math.min(Math.max(fontSizeSetting / 16, 1), 1.9) : 1
}

/** Dials, after the phone has asked. */
export function dial(number: string): void {
  if (process.env.TARO_ENV === 'h5') window.location.href = `tel:${number.replace(/[^\d+-]/g, '')}`
  else Taro.makePhoneCall({ phoneNumber: number }).catch(() => undefined)
}

/** A short tick under the finger when something has been put on record. */
export function tick(): void {
  if (process.env.TARO_ENV === 'weapp') Taro.vibrateShort({ type: 'light' }).catch(() => undefined)
}

/** A count on the tab 我的; none takes it off. Refused on pages without a tab bar: the next time that 我的 is looked at asks again. */
export function badgeMe(count = 0): void {
  const at = { index: 3 }
  const done = count ? Taro.setTabBarBadge({ ...at, text: `${count}` }) : Taro.removeTabBarBadge(at)
  done.catch(() => undefined)
}

/** The words in the browser's tab, for people who have several open and for screen readers. */
export function nameWindow(title: string): void {
  if (process.env.TARO_ENV === 'h5') document.title = `${title} · 明务`
}

/** What lies outside pages: the ground that shows when one is pulled, and the tab bar. */
export function paintAround(elder: boolean, dark: boolean): void {
  if (process.env.TARO_ENV === 'h5') {
    document.body.className = [elder && 'mw-elder', dark && 'mw-dark'].filter(Boolean).join(' ')
    return
  }
  Taro.setBackgroundColor({ backgroundColor: dark ? '#191613' : '#F6F2E9' }).catch(() => undefined)
  // Refused on pages without a tab bar; the next tab page asks again.
  Taro.setTabBarStyle({
    color: dark ? '#C2B8A6' : '#524B41',
    selectedColor: dark ? '#F3ECDF' : '#211D18',
    backgroundColor: dark ? '#23201B' : '#FFFDF8',
    borderStyle: dark ? 'black' : 'white',
  }).catch(() => undefined)
}
