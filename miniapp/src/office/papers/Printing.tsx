import { Image, View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { call } from '../../api/client'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { printWords, toPrinter } from '../../platform/printPage'
import { qrPicture } from './modules'

const sizes = [
  { size: 'A4', words: 'A4，订起来存档' },
  { size: 'A3', words: 'A3，长的账和名单' },
  { size: 'poster', words: '海报，贴到公开栏' },
] as const
const receipt = { size: 'receipt', words: '回执，给说事人带回去' } as const

type Size = (typeof sizes)[number]['size'] | 'receipt'

const code = { alt: '这件事的二维码' }

export type PrintingProps = {
  id: string
  /** a request: what is printed of it first is the receipt */
  hasReceipt: boolean
  onAddress: (address: string) => void
}

/** 打印: a page for each paper, and the QR code that stands on all of them. */
export function Printing({ id, hasReceipt, onAddress }: PrintingProps) {
  const [busy, setBusy] = useState<Size>()
  const [address, setAddress] = useState<string>()
  const [wrong, setWrong] = useState('')
  const [done, setDone] = useState(false)

  useEffect(() => {
    void call('print', { body: { case: id, size: 'A4' } }).then(({ answer, refused }) => {
      if (answer) {
        setAddress(answer.address)
        onAddress(answer.address)
      } else setWrong(refused.says)
    })
  }, [id, onAddress])

  const print = async (size: Size) => {
    setBusy(size)
    const { answer, refused } = await call('print', { body: { case: id, size } })
    const went = answer ? await toPrinter(answer.url) : false
    setBusy(undefined)
    setDone(went)
    setWrong(went ? '' : (refused?.says ?? '没有打开。请允许这个网站打开新窗口，再点一次。'))
  }

  return (
    <Card title="打印" end="十分钟内有效">
      <Stack>
        {[...(hasReceipt ? [receipt] : []), ...sizes].map(({ size, words }) => (
          <Button
            key={size}
            kind="second"
            block
            icon="print"
            busy={busy === size}
            busyWords="正在排版…"
            onPress={() => void print(size)}
          >
            {words}
          </Button>
        ))}
        <View className="mw-meta">{printWords}</View>
        {wrong !== '' && <Note tone="jiang">{wrong}</Note>}
        {done && <Note tone="song">好了。{printWords}</Note>}
        {address !== undefined && (
          <View className="mw-papers-qr">
            <Image className="mw-papers-code" src={qrPicture(address)} mode="aspectFit" nativeProps={code} />
            <View>纸上印的就是这个二维码，扫了就能看到这件事。</View>
          </View>
        )}
      </Stack>
    </Card>
  )
}
