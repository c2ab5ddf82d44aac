import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { renderSVG } from 'uqr'
import { aria } from '../../components/aria'

/** A QR code on white, also in the dark; `label` is what it is for. */
export function Qr({ text, label }: { text: string; label: string }) {
  const picture = useMemo(() => `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 3 }))}`, [text])
  return (
    <View className="sign-qr" {...aria({ role: 'img', label })}>
      <Image className="sign-qr-picture" src={picture} />
    </View>
  )
}
