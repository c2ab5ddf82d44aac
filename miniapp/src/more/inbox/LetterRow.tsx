import { Text, View } from '@tarojs/components'
import { Chip } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Pressable } from '../../components/Pressable'
import { Tile } from '../../components/Tile'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { caseChip } from '../../words'
import { isTurn, type Letter, toldOf, whenWords } from './words'

/** One matter: what it is, where it stands, and its newest lines; those that are new to this reader stand out. */
export function LetterRow({ letter, today }: { letter: Letter; today: string }) {
  const { card, villageName, unread } = letter
  const { told, rest } = toldOf(letter)
  return (
    <Pressable className="mw-item" role="link" onPress={() => go(routes.case(card.id))}>
      <Tile char={card.mark} />
      <View className="inbox-letter">
        <View className="mw-item-title">
          {unread > 0 && <Text className="mw-new">新{unread > 1 ? unread : ''}</Text>}
          {card.title}
        </View>
        <View className="mw-item-meta">
          {isTurn(letter) ? <Chip kind="zhe" words="等您办" icon="stamp" /> : <Chip {...caseChip(card, today)} />}
          <View>{villageName}</View>
        </View>
        <View className="inbox-lines">
          {told.map(({ at, says, isNew, times }) => (
            <View key={says} className={cls('inbox-line', isNew && 'new')}>
              <View className="inbox-says">{times > 1 ? `${says}（${times}次）` : says}</View>
              <View className="mw-meta inbox-when">{whenWords(at, today)}</View>
            </View>
          ))}
          {rest && <View className="mw-meta inbox-rest">{rest}</View>}
        </View>
      </View>
    </Pressable>
  )
}
