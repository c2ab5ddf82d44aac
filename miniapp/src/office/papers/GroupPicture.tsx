import type { CaseView } from '@shared/schemas/views'
import { Image, View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { handOnPicture, handOnWords, PictureGround, pictureSheet } from '../../platform/picture'
import { drawPicture, pictureSize } from './drawPicture'

/** 群图片: title, sums or first words and the QR code as one picture, drawn on this phone. */
export function GroupPicture({ view, address }: { view: CaseView; address?: string }) {
  const [busy, setBusy] = useState(false)
  const [picture, setPicture] = useState<string>()
  const [wrong, setWrong] = useState('')
  // whoever is in the group sees it, and whoever they pass it on to
  const why =
    view.sees !== 'everyone'
      ? '这件事不是对所有人公开的，不能做成图片往外发。'
      : view.shown
        ? undefined
        : '这件事还没有贴出公开，贴出以后才能做图片。'
  const draw = async () => {
    if (address === undefined) return setWrong('二维码还没有取到。请等一下再点。')
    setBusy(true)
    try {
      const sheet = await pictureSheet(pictureSize.width, pictureSize.height)
      drawPicture(sheet.context, view, address)
      setPicture(await sheet.done())
      setWrong('')
    } catch {
      setWrong('这台手机画不了图片。请打印海报，拍照发到群里。')
    }
    setBusy(false)
  }
  const handOn = async () => {
    if (picture && !(await handOnPicture(picture, view.title))) setWrong('没有发出去。请长按图片，保存或转发。')
  }
  return (
    <Card title="微信群里发的图片">
      <Stack>
        {why ? (
          <Note tone="zhe">{why}</Note>
        ) : (
          <>
            {picture && (
              <Image
                className="mw-papers-picture"
                src={picture}
                mode="aspectFit"
                showMenuByLongpress
                nativeProps={{ alt: `${view.title}的图片` }}
              />
            )}
            {picture ? (
              <Button kind="second" block icon="download" onPress={() => void handOn()}>
                {handOnWords}
              </Button>
            ) : (
              <Button kind="second" block icon="image" busy={busy} busyWords="正在画…" onPress={() => void draw()}>
                做一张图片
              </Button>
            )}
            <View className="mw-meta">图片里有标题、数字和二维码，没有个人的名字。</View>
            <PictureGround {...pictureSize} />
          </>
        )}
        {wrong !== '' && <Note tone="jiang">{wrong}</Note>}
      </Stack>
    </Card>
  )
}
