import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Seal } from '../../components/Seal'
import { routes } from '../../routes'
import { goInstead } from '../../screen/go'

/** This draft went out, or was put where it waits, in another tab: not an empty form that asks for it again. */
export function Gone({ sent, onAgain }: { sent?: string; onAgain: () => void }) {
  return (
    <>
      <View className="raise-stamp">
        <Seal char="说" state={sent ? 'done' : 'todo'} size="l" />
        <View className="mw-h1">{sent ? '这一件已经发出去了' : '这一件已经在等着发了'}</View>
        <View className="mw-second">
          {sent ? '在另一个页面里发的，不用再发一遍。' : '在另一个页面里提交的，有网就自动发，不用再发一遍。'}
        </View>
      </View>
      <Button block onPress={() => goInstead(sent ? routes.case(sent) : routes.speak())}>
        {sent ? '看走到哪一步' : '回到说事'}
      </Button>
      <Button kind="second" block onPress={onAgain}>
        再说一件
      </Button>
    </>
  )
}
