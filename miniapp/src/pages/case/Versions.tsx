import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import { heading } from '../../components/aria'
import { Link } from '../../components/Button'
import { Loaded } from '../../screen/Loaded'
import { monthDay } from '../../words'

/** 方案改过2次: each version held against the one before, what came in underlined, what went out struck through. */
export function Versions({ id, times, today }: { id: string; times: number; today: string }) {
  const [open, setOpen] = useState(false)
  return (
    <View>
      <Link icon="edit" words={open ? '收起' : `方案改过${times}次，看改了什么`} onPress={() => setOpen(!open)} />
      {open && <Changes id={id} today={today} />}
    </View>
  )
}

function Changes({ id, today }: { id: string; today: string }) {
  const found = useCall('versions', { params: { id } })
  return (
    <Loaded of={found} kind="lines" label="正在对照">
      {({ versions }) => (
        <>
          <View className="mw-meta">
            <Text className="case-added">加下划线的</Text>是新加的，<Text className="case-gone-words">划掉的</Text>
            是去掉的。
          </View>
          {versions.map(({ no, on, step, parts }, i) => (
            <View key={no} className="case-row">
              <View className="case-row-title" {...heading(3)}>
                第{i + 1}版 · {step.split('：')[0]} · {monthDay(on, today)}
              </View>
              <View className="mw-pre">
                {parts.map(({ kind, text }, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one version never move
                  <Text key={at} className={looks[kind]}>
                    {text}
                  </Text>
                ))}
              </View>
            </View>
          ))}
        </>
      )}
    </Loaded>
  )
}

const looks = { same: '', added: 'case-added', gone: 'case-gone-words' } as const
