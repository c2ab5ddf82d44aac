import { randomFillSync } from 'node:crypto'
import { answers, type Host, quietly, Ready } from './call'

const PHONE = {
  brand: 'devtools',
  model: 'iPhone 14',
  pixelRatio: 3,
  screenWidth: 390,
  screenHeight: 844,
  windowWidth: 390,
  windowHeight: 844,
  statusBarHeight: 47,
  language: 'zh_CN',
  version: '8.0.50',
  system: 'iOS 17.0',
  platform: 'ios',
  fontSizeSetting: 16,
  SDKVersion: '3.5.0',
  theme: 'light',
  safeArea: { left: 0, right: 390, top: 47, bottom: 810, width: 390, height: 763 },
}

// The capsule at the top right, which a page with its own navigation has to keep clear of.
const CAPSULE = { width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 }

const ACCOUNT = { miniProgram: { appId: 'touristappid', envVersion: 'develop', version: '' } }

/** The phone itself: its measures, WeChat's sign-in, randomness, and the calls that only say ok. */
export function deviceApi(host: Host, person: { loginCode: string }, systemInfo: object): Record<string, unknown> {
  const phone = () => host.realm().copy({ ...PHONE, ...systemInfo })
  const nothing = () => {}
  const log = { log: nothing, info: nothing, warn: nothing, error: nothing, debug: nothing }
  return {
    env: { USER_DATA_PATH: 'http://usr' },
    canIUse: () => true,
    getSystemInfoSync: phone,
    getSystemInfo: answers(host, 'getSystemInfo', phone),
    getWindowInfo: phone,
    getDeviceInfo: phone,
    getAppBaseInfo: phone,
    getAccountInfoSync: () => host.realm().copy(ACCOUNT),
    getMenuButtonBoundingClientRect: () => host.realm().copy(CAPSULE),
    login: answers(host, 'login', () => ({ code: person.loginCode })),
    getRandomValues: answers(host, 'getRandomValues', ({ length }) => {
      const bytes = randomFillSync(new Uint8Array(Number(length)))
      return new Ready({ randomValues: host.realm().buffer(bytes) })
    }),
    requestSubscribeMessage: answers(host, 'requestSubscribeMessage', ({ tmplIds }) =>
      Object.fromEntries(((tmplIds ?? []) as string[]).map((id) => [id, 'accept'])),
    ),
    getUpdateManager: () => ({
      onCheckForUpdate: nothing,
      onUpdateReady: nothing,
      onUpdateFailed: nothing,
      applyUpdate: nothing,
    }),
    getLogManager: () => log,
    getRealtimeLogManager: () => log,
    reportEvent: nothing,
    ...quietly(host, 'checkSession', 'setTabBarBadge', 'removeTabBarBadge', 'showTabBar', 'hideTabBar'),
    ...quietly(host, 'showTabBarRedDot', 'hideTabBarRedDot', 'setTabBarItem', 'setTabBarStyle'),
    ...quietly(host, 'setNavigationBarColor', 'setBackgroundColor', 'setBackgroundTextStyle', 'pageScrollTo'),
    ...quietly(host, 'hideHomeButton', 'setKeepScreenOn', 'showShareMenu', 'hideKeyboard', 'stopPullDownRefresh'),
  }
}
