import { createContext } from 'react'

/** How this person and this phone want pages drawn. The app provides it once; pages needn't pass it on. */
export type Screen = {
  /** 大字模式 */
  elder: boolean
  /** 夜间 */
  dark: boolean
  /** Text size: 1 is as drawn, 2 is twice. WeChat's font size setting in px / 16, or the person's own. */
  scale: number
  /** Height in px of the phone's status bar that the page has to keep clear; 0 on the web. */
  statusBar: number
  /** Width in px at the right of the bar that belongs to WeChat's capsule (97); 0 on the web. */
  capsule: number
  /** Stands on every page under its bar: 演示版：数据都是编的 */
  strip?: string
}

export const plainScreen: Screen = { elder: false, dark: false, scale: 1, statusBar: 0, capsule: 0 }

/** `<ScreenContext.Provider value={screen}>` in the app; read by Page, NavBar and HomeBar. */
export const ScreenContext = createContext<Screen>(plainScreen)
