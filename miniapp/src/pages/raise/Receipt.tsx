import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Definitions } from '../../components/Definitions'
import { Seal } from '../../components/Seal'
import { routes } from '../../routes'
import { goInstead } from '../../screen/go'
import { PrintButton } from '../../screen/PrintButton'
import { RemindButton } from '../../screen/RemindButton'
import { dayWords, instantWords } from '../../words'
import { checkCode } from '../case/Verify'
import type { Why } from './useRaising'

export type ReceiptProps = {
  sent: CaseView
  today: string
  /** it was written down for someone who wants it on paper */
  forOther: boolean
  /** it was said at the 说事日 that goes on: it can be heard at once */
  atSession: boolean
  /** an earlier writing of this draft is what went out */
  other: boolean
  /** where the page was opened from */
  back?: string
}

/** 回执: that it has arrived, under which number, and when it will be heard. */
export function Receipt({ sent, today, forOther, atSession, other, back }: ReceiptProps) {
  const on = sent.heardOn
  const first = sent.log[0]
  const idsIn = (field: string) => (first?.values[field] as readonly string[] | undefined) ?? []
  const photos = idsIn('photos').length
  const seconds = sent.files.find(({ id }) => idsIn('voice').includes(id))?.seconds
  return (
    <>
      <View className="raise-stamp">
        <Seal char="说" state="done" size="l" just />
        <View className="mw-h1">已经收到</View>
        <View className="mw-second">{on ? `排进${dayWords(on, today)}说事日` : '村里会尽快答复您'}</View>
      </View>
      {other && (
        <Note tone="zhe">
          这份草稿先在别处发出去了，下面是那一份的回执。您后来改的没有发，还存在手机里；要添上去，在这件事里点“补充”。
        </Note>
      )}
      <Card title="回执" end="可以截图留着">
        <Definitions
          layout="rows"
          items={[
            { term: '编号', words: sent.number },
            { term: '什么事', words: sent.title },
            ...(photos > 0 ? [{ term: '照片', words: `${photos}张` }] : []),
            ...(seconds ? [{ term: '语音', words: `${seconds}秒` }] : []),
            ...(first ? [{ term: '收到时间', words: instantWords(first.at, today) }] : []),
            ...(sent.dueOn ? [{ term: '村里最晚接下', words: dayWords(sent.dueOn, today) }] : []),
            ...(first ? [{ term: '核验码', words: checkCode(first.hash) }] : []),
          ]}
        />
      </Card>
      {atSession && (
        <Button block onPress={() => goInstead(routes.act(sent.id))}>
          接下，当场商量
        </Button>
      )}
      {forOther && (
        <PrintButton words="打印回执" ask={() => call('print', { body: { case: sent.id, size: 'receipt' } })} />
      )}
      <Button kind={atSession ? 'second' : 'primary'} block onPress={() => goInstead(routes.case(sent.id))}>
        看走到哪一步
      </Button>
      {!forOther && <RemindButton words="办到哪一步，微信告诉我" kinds={['moved', 'turn']} />}
      <Button kind="second" block onPress={() => goInstead(back ?? routes.speak())}>
        {back ? '回到刚才那一页' : '回到说事'}
      </Button>
    </>
  )
}

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
