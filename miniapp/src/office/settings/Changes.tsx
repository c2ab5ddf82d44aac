import type { SettingsView } from '@shared/schemas/views'
import { settingWords } from '@shared/settingWords'
import { View } from '@tarojs/components'
import { today } from '../../api/today'
import { Card } from '../../components/Card'
import { monthDay } from '../../words'

/** Who changed which number lately, from what to what. */
export function Changes({ view }: { view: SettingsView }) {
  if (view.changes.length === 0) return null
  const known = new Map(view.settings.map((setting) => [setting.name, setting]))
  return (
    <Card title="最近的改动">
      {view.changes.map(({ on, who, items }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a history is only ever longer
        <View key={view.changes.length - i} className="mw-set-change">
          <View className="mw-strong">
            {monthDay(on, today())} {who}
          </View>
          {items.map(({ name, from, to }) => {
            const setting = known.get(name)
            return (
              setting && (
                <View key={name} className="mw-meta">
                  {`${setting.title}：${settingWords(setting.unit, from)}改成${settingWords(setting.unit, to)}`}
                </View>
              )
            )
          })}
        </View>
      ))}
    </Card>
  )
}
