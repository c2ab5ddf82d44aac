import type { InvitesView } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import { today } from '../../api/today'
import { aria } from '../../components/aria'
import { Chip } from '../../components/Chip'
import { ChoiceRow } from '../../components/ChoiceField'
import { monthDay } from '../../words'

type Member = InvitesView['members'][number]
type MemberLineProps = {
  member: Member
  isPicked: boolean
  guardianAgreed: boolean
  onPick: () => void
  onGuardian: () => void
}

const standing = ({ state, expiresOn }: Member): string =>
  state === 'invited' && expiresOn ? `邀请码${monthDay(expiresOn, today())}前有效，再发一个，旧的就作废` : ''

/** Somebody of the roster: with an account, or to be ticked for a code. */
export function MemberLine({ member, isPicked, guardianAgreed, onPick, onGuardian }: MemberLineProps) {
  const { no, name, household, state, minor, hasPhone } = member
  const where = [`编号${no}`, `${household}户`, hasPhone ? '登记过手机号' : '没登记手机号'].join(' · ')
  if (state === 'bound')
    return (
      <View className="invites-line" {...aria({ role: 'listitem' })}>
        <View className="mw-row-words">
          <View className="mw-strong">{name}</View>
          <View className="mw-meta">{where}</View>
        </View>
        <Chip kind="song" words="有账号" />
      </View>
    )
  return (
    <View className="invites-line pick" {...aria({ role: 'listitem' })}>
      <ChoiceRow
        many
        words={minor ? `${name}（不满14周岁）` : name}
        detail={[where, standing(member)].filter(Boolean).join('。')}
        on={isPicked}
        onPress={onPick}
      />
      {minor && isPicked && <ChoiceRow many words="监护人当面同意了" on={guardianAgreed} onPress={onGuardian} />}
    </View>
  )
}
