import type { CaseView } from '@shared/schemas/views'
import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Definitions } from '../../components/Definitions'
import { Seal } from '../../components/Seal'
import { routes } from '../../routes'
import { goBack, goInstead } from '../../screen/go'
import { dayWords, instantWords } from '../../words'
import './index.scss'

/** 回执 of what a villager asked a seal for: its number, and until when it is decided on. */
export function Receipt({ sent, today }: { sent: CaseView; today: string }) {
  const first = sent.log[0]
  return (
    <>
      <View className="seals-stamp">
        <Seal char="申" state="done" size="l" just />
        <View className="mw-h1">已经收到</View>
        <View className="mw-second">审批的人同意了，就请管章的人盖。带上文件到村里取。</View>
      </View>
      <Card title="回执" end="可以截图留着">
        <Definitions
          layout="rows"
          items={[
            { term: '编号', words: sent.number },
            { term: '文件', words: sent.title },
            ...(first ? [{ term: '收到时间', words: instantWords(first.at, today) }] : []),
            ...(sent.dueOn ? [{ term: '最晚审批', words: dayWords(sent.dueOn, today) }] : []),
          ]}
        />
      </Card>
      <Button block onPress={() => goInstead(routes.case(sent.id))}>
        看走到哪一步
      </Button>
      <Button kind="second" block onPress={goBack}>
        回到上一页
      </Button>
    </>
  )
}
