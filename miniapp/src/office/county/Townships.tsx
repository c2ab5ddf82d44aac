import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Card } from '../../components/Card'
import { cls } from '../../components/cls'
import { Pressable } from '../../components/Pressable'
import { Wide } from '../../components/Sidebar'
import { routes } from '../../routes'
import { go } from '../../screen/go'
import './county.scss'
import { monthWords, type Township } from './totals'

const columns = [
  ['逾期', ({ overdue }: Township) => overdue],
  ['在办', ({ open }: Township) => open],
  ['快到期', ({ near }: Township) => near],
  ['没公开', ({ missing }: Township) => missing],
] as const

/** The townships by name, each with its totals; each opens its monitor. */
export function Townships({ townships }: { townships: readonly Township[] }) {
  return (
    <>
      <Wide only="wide">
        <Card title="各镇" end="按镇名排">
          <View {...aria({ role: 'table', label: '各镇' })}>
            <View className="county-row head" {...aria({ role: 'row' })}>
              {['镇', '村', ...columns.map(([words]) => words), '最近一个月'].map((words) => (
                <View key={words} {...aria({ role: 'columnheader' })}>
                  {words}
                </View>
              ))}
            </View>
            {townships.map((one) => (
              <View key={one.id} className="county-row" {...aria({ role: 'row' })}>
                <View {...aria({ role: 'rowheader' })}>
                  <Pressable className="county-name" role="link" onPress={() => go(routes.monitor(one.id))}>
                    {one.name}
                  </Pressable>
                </View>
                <View {...aria({ role: 'cell' })}>{one.villages}</View>
                {columns.map(([words, of]) => (
                  <View
                    key={words}
                    className={cls(words === '逾期' && of(one) > 0 && 'county-late')}
                    {...aria({ role: 'cell' })}
                  >
                    {of(one)}
                  </View>
                ))}
                <View className="county-month" {...aria({ role: 'cell' })}>
                  {monthWords(one)}
                </View>
              </View>
            ))}
          </View>
        </Card>
      </Wide>
      <Wide only="phone">
        <Card title="各镇" end="按镇名排" flush>
          {townships.map((one) => (
            <Pressable key={one.id} className="county-one" role="link" onPress={() => go(routes.monitor(one.id))}>
              <View className="county-one-head">
                <View className="mw-h3">{one.name}</View>
                <View className="mw-second">{one.villages}个村</View>
              </View>
              <View className="county-figures">
                {columns.map(([words, of]) => (
                  <View key={words}>
                    {words}
                    <View className={cls('county-sum', words === '逾期' && of(one) > 0 && 'county-late')}>
                      {of(one)}
                    </View>
                  </View>
                ))}
              </View>
              <View className="mw-meta">{monthWords(one)}</View>
            </Pressable>
          ))}
        </Card>
      </Wide>
    </>
  )
}
