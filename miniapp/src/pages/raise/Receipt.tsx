import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Seal } from '../../components/Seal'
import { routes } from '../../routes'
import { goInstead } from '../../screen/go'
import { dayWords, instantWords } from '../../words'
import { checkCode } from '../case/Verify'

/** 回执: that it has arrived, under which number, and when it will be heard. */
export function Receipt({ sent, today }: { sent: CaseView; today: string }) {
  const on = sent.heardOn
  const first = sent.log[0]
  return (
    <>
      <View className="raise-stamp">
        <Seal char="说" state="done" size="l" just />
        <View className="mw-h1">已经收到</View>
        <View className="mw-second">{on ? `排进${dayWords(on, today)}说事日` : '村里会尽快答复您'}</View>
      </View>
      <Card title="回执" end="可以截图留着">
        <Definitions
          layout="rows"
          items={[
            { term: '编号', words: sent.number },
            { term: '什么事', words: sent.title },
            ...(first ? [{ term: '收到时间', words: instantWords(first.at, today) }] : []),
            ...(sent.dueOn ? [{ term: '村里最晚接下', words: dayWords(sent.dueOn, today) }] : []),
            ...(first ? [{ term: '核验码', words: checkCode(first.hash) }] : []),
          ]}
        />
      </Card>
      <Button block onPress={() => goInstead(routes.case(sent.id))}>
        看走到哪一步
      </Button>
      <Button kind="second" block onPress={() => goInstead(routes.speak())}>
        回到说事
      </Button>
    </>
  )
}

/** What it waits for. */
export type Why = 'network' | 'signIn'

const waiting = {
  network: { says: '现在没有网络。有网就自动发，不用重写，也不会发两遍。', act: '回到说事', to: routes.speak() },
  signIn: { says: '登录过期了。重新登录就自动发，不用重写。', act: '去登录', to: routes.signIn(routes.speak()) },
}

/** It lies on the phone and goes out by itself. */
export function Kept({ why }: { why: Why }) {
  const { says, act, to } = waiting[why]
  return (
    <>
      <View className="raise-stamp">
        <Seal char="说" state="todo" size="l" />
        <View className="mw-h1">先存在手机里了</View>
        <View className="mw-second">{says}</View>
      </View>
      <Button block onPress={() => goInstead(to)}>
        {act}
      </Button>
    </>
  )
}
