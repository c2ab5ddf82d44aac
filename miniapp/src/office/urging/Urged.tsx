import type { UrgedView } from '@shared/schemas/monitorViews'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Button, Link } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import { sentWords } from './words'
import './urging.scss'

export type UrgedProps = { sent: UrgedView; township: string; onClose: () => void }

/** What became of it: each 督办单 by its number, and what couldn't be sent, with the reason. */
export function Urged({ sent, township, onClose }: UrgedProps) {
  const { done, refused } = sent
  return (
    <Card title="督办单" end={<Link words="收起" onPress={onClose} />}>
      <View {...aria({ role: 'status', live: 'polite' })}>
        <Note tone={done.length > 0 ? 'song' : 'zhe'}>{sentWords(sent)}</Note>
      </View>
      {done.length > 0 && (
        <View className="mw-urged-list" {...aria({ role: 'list', label: '发出去的督办单' })}>
          {done.map(({ id, number }) => (
            <View key={id} {...aria({ role: 'listitem' })}>
              <Link words={number ?? '看这一件'} icon="flag" onPress={() => go(routes.case(id))} />
            </View>
          ))}
        </View>
      )}
      {refused.map(({ what, says }) => (
        <View key={what} className="mw-urged-no">
          <View className="mw-strong">{what}</View>
          <View className="mw-second">{says}</View>
        </View>
      ))}
      <View className="mw-urge-act">
        <Button kind="second" block icon="list" onPress={() => go(routes.orders(township))}>
          看全部督办单
        </Button>
      </View>
    </Card>
  )
}
