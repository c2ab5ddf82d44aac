import { randomFillSync } from 'node:crypto'
import { answers, Failed, type Host, quietly, Ready } from './call'

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

/** Whoever holds the phone, as WeChat knows them. */
export type WeChatPerson = {
  loginCode: string
  /** What the button for the phone number gives; undefined: they don't let it. */
  phoneCode?: string
  /** What they answer to a message of that template; undefined: they have switched messages off altogether. */
  subscribes: (template: string) => 'accept' | 'reject' | 'ban' | 'filter' | undefined
}

function subscribed(host: Host, { subscribes }: WeChatPerson, ids: string[]): object {
  const fail = (why: string, code: number) => new Failed(`requestSubscribeMessage:fail ${why}`, undefined, code)
  if (!host.isTapped()) throw fail('can only be invoked by user TAP gesture.', 10005)
  if (ids.length === 0) throw fail('invalid arguments', 10001)
  if (ids.length > 3) throw fail('Templates count out of max bounds', 20003)
  const answered = ids.map((id) => [id, subscribes(id)] as const)
  if (answered.some(([, answer]) => !answer)) throw fail('The main switch is switched off', 20004)
  return Object.fromEntries(answered)
}

/** The phone itself: its measures, WeChat's sign-in, randomness, and the calls that only say ok. */
export function deviceApi(host: Host, person: WeChatPerson, systemInfo: object): Record<string, unknown> {
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
    getPrivacySetting: answers(host, 'getPrivacySetting', () => ({
      needAuthorization: !host.privacy.isAgreed,
      privacyContractName: '《明务小程序隐私保护指引》',
    })),
    login: answers(host, 'login', () => ({ code: person.loginCode })),
    getRandomValues: answers(host, 'getRandomValues', ({ length }) => {
      const bytes = randomFillSync(new Uint8Array(Number(length)))
      return new Ready({ randomValues: host.realm().buffer(bytes) })
    }),
    requestSubscribeMessage: answers(host, 'requestSubscribeMessage', ({ tmplIds }) =>
      subscribed(host, person, (tmplIds ?? []) as string[]),
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
