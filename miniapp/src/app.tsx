import type { PropsWithChildren } from 'react'
import './oldPhones'
import './app.scss'
import { ScreenProvider } from './screen/ScreenProvider'

/** Everything on screen is a page; the app adds the stylesheet, and how this person wants pages drawn. */
export default function App({ children }: PropsWithChildren) {
  return <ScreenProvider>{children}</ScreenProvider>
}
