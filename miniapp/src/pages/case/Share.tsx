import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Note } from '../../components/Chip'
import { copyAddress, sharesInWechat } from '../../platform/share'

/** 转给别人看: WeChat's own card, on the web page its address. */
export function Share({ path }: { path: string }) {
  const [copied, setCopied] = useState<boolean>()
  if (sharesInWechat())
    return (
      <Button kind="second" block icon="wechat" openType="share">
        转到微信群
      </Button>
    )
  return (
    <View>
      <Button kind="second" block icon="link" onPress={() => void copyAddress(path).then(setCopied)}>
        复制链接，转给别人看
      </Button>
      {copied !== undefined && (
        <View className="case-band-act">
          <Note tone={copied ? 'song' : 'zhe'}>
            {copied ? '链接已复制，粘贴到微信里就能发。' : '浏览器不让复制。请复制上面地址栏里的网址。'}
          </Note>
        </View>
      )}
    </View>
  )
}
