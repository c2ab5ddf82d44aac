import Taro from '@tarojs/taro'

/** Where the API answers, without a trailing slash; '' on the web page. */
export const apiOrigin: string = API_ORIGIN

/** Calls back when the network comes back. */
export function onNetworkBack(callBack: () => void): void {
  if (process.env.TARO_ENV === 'h5') window.addEventListener('online', callBack)
  else Taro.onNetworkStatusChange(({ isConnected }) => isConnected && callBack())
}

/** Calls back when the app comes to the front again. */
export function onAppShow(callBack: () => void): void {
  if (process.env.TARO_ENV === 'h5')
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && callBack())
  else Taro.onAppShow(callBack)
}

/** An address that the server gave: on one machine it is a path, which the mini-program can't open by itself. */
export const absolute = (address: string): string => (address.startsWith('/') ? apiOrigin + address : address)

/** The whole address of a file that lies beside the web page. */
export const onWeb = (path: string): string =>
  (process.env.TARO_ENV === 'h5' ? window.location.origin : apiOrigin) + path
