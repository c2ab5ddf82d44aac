import type { AccountView } from '@shared/schemas/accountViews'
import { call } from '../../api/client'
import { today } from '../../api/today'
import { Card } from '../../components/Card'
import { Chip } from '../../components/Chip'
import { nearDay } from '../../words'
import { Line } from './Line'
import type { Question } from './Sure'

type SignIn = AccountView['signIns'][number]

/** Where I am signed in; this device first. */
export function Devices({ account, onAsk }: { account: AccountView; onAsk: (question: Question) => void }) {
  const all = [...account.signIns].sort((a, b) => Number(b.mine) - Number(a.mine) || (a.lastOn < b.lastOn ? 1 : -1))
  const nameOf = ({ says }: SignIn) => says || '一台设备'
  const revoke = (one: SignIn): Question => ({
    title: '让它退出登录',
    says: `${nameOf(one)}，${nearDay(one.lastOn, today())}用过。退出以后，要在那台设备上重新登录。`,
    act: '让它退出',
    done: '那台设备已经退出',
    ask: () => call('revokeSignIn', { params: { id: one.id }, body: {} }),
  })
  return (
    <Card title="登录着的设备" end={`${all.length}台`}>
      {all.map((one) => (
        <Line
          key={one.id}
          title={nameOf(one)}
          detail={`${nearDay(one.on, today())}登录，${nearDay(one.lastOn, today())}用过`}
          {...(one.mine
            ? { end: <Chip kind="song" words="本机" /> }
            : { act: '让它退出', label: `让它退出：${nameOf(one)}`, onAct: () => onAsk(revoke(one)) })}
        />
      ))}
    </Card>
  )
}
