import type { PropsWithChildren } from 'react'
import './oldPhones'
import './app.scss'

/** Everything on screen is a page; the app adds the stylesheet that all pages share. */
export default function App({ children }: PropsWithChildren) {
  return children
}
