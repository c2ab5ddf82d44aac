import type { Count } from '@shared/engine/workflow'
import { View } from '@tarojs/components'
import { Link } from '../../components/Button'
import { Note } from '../../components/Chip'
import { ChoiceField, ChoiceRow } from '../../components/ChoiceField'
import { TextField } from '../../components/TextField'
import type { Called, How, Tick } from './roll'

export type PersonMenuProps = {
  person: Called
  tick?: Tick
  /** what the law admits at this meeting besides coming */
  admits: NonNullable<Count['admits']>
  /** who of their household may come for them */
  proxies: readonly Called[]
  lacksReason: boolean
  onCame: (how: Exclude<How, 'proxy'>) => void
  onEntrust: (by: string) => void
  onAbsent: () => void
  onRecuse: (why: string | undefined) => void
  onClose: () => void
}

const absent = 'absent'
const onSpot = { signed: '到场签名', code: '扫码签到', paper: '照着纸质签到册记' } as const

/** How somebody came, or who came for them, and whether they keep out of the vote. Only what this meeting admits is offered. */
export function PersonMenu(props: PersonMenuProps) {
  const { person, tick, admits, proxies, onCame, onEntrust, onAbsent, onRecuse, onClose } = props
  const value = !tick ? absent : tick.how === 'proxy' ? `by:${tick.by}` : tick.how
  const options = [
    { value: 'signed', words: onSpot.signed },
    ...(tick?.how === 'code' ? [{ value: 'code', words: onSpot.code }] : []),
    { value: 'paper', words: onSpot.paper },
    ...(admits.includes('online') ? [{ value: 'online', words: '在线参加' }] : []),
    ...(admits.includes('proxy')
      ? proxies.map(({ no, name }) => ({ value: `by:${no}`, words: `书面委托给${name}`, detail: `同一户，编号${no}` }))
      : []),
    { value: absent, words: '没有到' },
  ]
  const choose = (to: string) => {
    if (to === absent) onAbsent()
    else if (to.startsWith('by:')) onEntrust(to.slice(3))
    else onCame(to as Exclude<How, 'proxy'>)
  }
  return (
    <View className="roll-menu">
      <ChoiceField label={`${person.name}怎么到的`} options={options} value={value} onChange={choose} />
      {admits.includes('proxy') && proxies.length === 0 && (
        <Note tone="hui">要委托，先给同一户、自己到会的人签到，再回来选。</Note>
      )}
      {tick && (
        <View>
          <ChoiceRow
            many
            words="回避，不参加表决"
            detail="和这件事有利害关系：人算到会，不投票"
            on={tick.recused === 'yes'}
            onPress={() => onRecuse(tick.recused ? undefined : '')}
          />
          {tick.recused && (
            <TextField
              id={`why-${person.no}`}
              label="为什么回避"
              value={tick.why ?? ''}
              placeholder="比如：承包人是他的儿子"
              maxLength={100}
              error={props.lacksReason ? '请写为什么回避，再交。' : undefined}
              onChange={onRecuse}
            />
          )}
        </View>
      )}
      <Link words="收起" icon="check" onPress={onClose} />
    </View>
  )
}
