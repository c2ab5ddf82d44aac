import type { Slip } from '@shared/schemas/accountViews'
import { View } from '@tarojs/components'
import { call } from '../../api/client'
import { today } from '../../api/today'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Page, type PageProps } from '../../components/Page'
import { PrintButton } from '../../screen/PrintButton'
import { dayWords } from '../../words'

type SlipsProps = { page: Omit<PageProps, 'children'>; village: string; slips: readonly Slip[]; onDone: () => void }

/** The codes that were made, this once: to be printed and cut, or read out. */
export function Slips({ page, village, slips, onDone }: SlipsProps) {
  return (
    <Page
      {...page}
      onBack={onDone}
      actions={
        <Button block onPress={onDone}>
          都交出去了，关掉
        </Button>
      }
    >
      <Note tone="zhe">邀请码只在这里显示一次，关掉就看不到了。现在打印，或者抄下来，当面交给本人。</Note>
      <Card title="邀请码" end={`${slips.length}个`}>
        <View {...aria({ role: 'list', label: '邀请码' })}>
          {slips.map(({ no, name, code, expiresOn }) => (
            <View key={no} className="invites-slip" {...aria({ role: 'listitem' })}>
              <View className="mw-strong">{name}</View>
              <View className="invites-code">{code}</View>
              <View className="mw-meta">
                编号{no}，{dayWords(expiresOn, today())}前用一次
              </View>
            </View>
          ))}
        </View>
      </Card>
      <PrintButton words="打印成纸条" ask={() => call('printInvites', { body: { village, invites: [...slips] } })} />
    </Page>
  )
}
