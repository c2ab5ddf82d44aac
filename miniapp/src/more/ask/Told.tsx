import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Seal } from '../../components/Seal'
import { checkCode } from '../../pages/case/Verify'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { RemindButton } from '../../screen/RemindButton'
import { dayWords, instantWords } from '../../words'
import type { Why } from './useSending'

export type ToldProps = { sent: CaseView | Why; char: string; says: string; today: string; url: string }

/** 回执 of a question: its number and until when it is answered; or that it lies on the phone and goes out by itself. */
export function Told({ sent, char, says, today, url }: ToldProps) {
  if (typeof sent === 'string') {
    const isSignIn = sent === 'signIn'
    return (
      <>
        <Stamp char={char} title="先存在手机里了">
          {isSignIn
            ? '登录过期了。重新登录就自动发，不用重写。'
            : '现在没有网络。有网就自动发，不用重写，也不会发两遍。'}
        </Stamp>
        <Button block onPress={() => (isSignIn ? goInstead(routes.signIn(url)) : goBack())}>
          {isSignIn ? '去登录' : '回到上一页'}
        </Button>
      </>
    )
  }
  const first = sent.log[0]
  return (
    <>
      <Stamp char={char} title="已经收到" done>
        {says}
      </Stamp>
      <Card title="回执" end="可以截图留着">
        <Definitions
          layout="rows"
          items={[
            { term: '编号', words: sent.number },
            { term: '什么事', words: sent.title },
            ...(first ? [{ term: '收到时间', words: instantWords(first.at, today) }] : []),
            ...(sent.dueOn ? [{ term: '最晚答复', words: dayWords(sent.dueOn, today) }] : []),
            ...(first ? [{ term: '核验码', words: checkCode(first.hash) }] : []),
          ]}
        />
      </Card>
      <Button block onPress={() => goInstead(routes.case(sent.id))}>
        看走到哪一步
      </Button>
      <RemindButton words="有了答复，微信告诉我" kinds={['moved', 'turn']} />
      <Button kind="second" block onPress={goBack}>
        回到上一页
      </Button>
    </>
  )
}

function Stamp({ char, title, done, children }: { char: string; title: string; done?: boolean; children: string }) {
  return (
    <View className="ask-stamp">
      <Seal char={char} state={done ? 'done' : 'todo'} size="l" just={done} />
      <View className="mw-h1">{title}</View>
      <View className="mw-second">{children}</View>
    </View>
  )
}
