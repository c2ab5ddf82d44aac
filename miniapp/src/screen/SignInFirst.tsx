import { Empty } from '../components/Blank'
import { Page } from '../components/Page'
import { routes } from '../routes'
import { go, goBack } from './go'

export type SignInFirstProps = {
  /** of the page */
  title: string
  /** 先登录，再看待办 */
  first: string
  /** what the page is for */
  says: string
  /** where to go on once signed in */
  back: string
}

/** A page of somebody's own, for nobody yet. */
export const SignInFirst = ({ title, first, says, back }: SignInFirstProps) => (
  <Page title={title} onBack={goBack}>
    <Empty title={first} says={says} action="去登录" onAction={() => go(routes.signIn(back))} />
  </Page>
)
