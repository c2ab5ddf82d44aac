/** Every page of the mini-program, as its address without the leading slash. */
export const pages = {
  boards: 'pages/boards/index',
  speak: 'pages/speak/index',
  matters: 'pages/matters/index',
  me: 'pages/me/index',
  case: 'pages/case/index',
  raise: 'pages/raise/index',
  signIn: 'pages/signIn/index',
  villages: 'pages/villages/index',
  desk: 'office/desk/index',
  act: 'office/act/index',
  monitor: 'office/monitor/index',
  open: 'office/open/index',
} as const

export type PageName = keyof typeof pages

/** The four pages in the tab bar: WeChat reaches them by switchTab only, and without parameters. */
export const tabs = ['boards', 'speak', 'matters', 'me'] as const satisfies readonly PageName[]

// Parameters are encoded here; WeChat hands them to the page still encoded, so pages read them with `param`.
function url(page: PageName, params: Record<string, string | undefined> = {}): string {
  const query = Object.entries(params)
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value as string)}`)
  return `/${pages[page]}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/** The url of each page, as Taro.navigateTo, switchTab and redirectTo take it. */
export const routes = {
  boards: () => url('boards'),
  speak: () => url('speak'),
  matters: () => url('matters'),
  me: () => url('me'),
  /** Any case: notice, request or matter. */
  case: (id: string) => url('case', { id }),
  /** Raise a request; with the case that it is about, if there is one. */
  raise: (about?: string) => url('raise', { about }),
  /** Sign in, then go back to the url given. */
  signIn: (back?: string) => url('signIn', { back }),
  villages: () => url('villages'),
  desk: () => url('desk'),
  /** Do a step or an aside of a case; the current step when none is named. */
  act: (id: string, step?: string) => url('act', { id, step }),
  monitor: (township?: string) => url('monitor', { township }),
  /** Open a new case of this workflow. */
  open: (workflow: string) => url('open', { workflow }),
}

/** One page parameter as it was handed in, decoded (WeChat leaves it encoded, the browser doesn't); '' when absent. */
export function param(params: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = params[name] ?? ''
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
