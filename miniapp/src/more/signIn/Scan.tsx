import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card } from '../../components/Card'
import { Wrong } from '../../screen/Wrong'
import { Qr } from './Qr'
import { useScan } from './useScan'

/** 扫码登录: a code for the mini-program on the phone, and the number that is chosen there. */
export function Scan({ onDone }: { onDone: () => void }) {
  const { scan, left, wrong, isOver, again } = useScan(onDone)
  return (
    <Card title="用手机微信扫码">
      <View className="sign-step">1. 手机微信打开“明务”小程序，进“我的”，点“账号和登录”</View>
      <View className="sign-step">2. 点“扫码登录电脑”，对着下面扫</View>
      <View className="sign-step">3. 手机上选和这里一样的数</View>
      <Wrong says={wrong} />
      {isOver ? (
        <Button block icon="refresh" onPress={again}>
          再出一个码
        </Button>
      ) : (
        scan && (
          <View className="sign-scan">
            <Qr text={scan.text} label="登录用的二维码，用手机上的明务小程序扫" />
            <View className="mw-second">手机上要选的数</View>
            <View className="sign-number">{scan.number}</View>
            {/* a screen reader isn't told each second */}
            <View className="mw-meta" {...aria({ hidden: true })}>
              {left}秒后换一个新的
            </View>
          </View>
        )
      )}
    </Card>
  )
}
