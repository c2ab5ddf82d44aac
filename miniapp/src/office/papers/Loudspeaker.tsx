import { View } from '@tarojs/components'
import { useState } from 'react'
import { useCall } from '../../api/useCall'
import { aria } from '../../components/aria'
import { Button } from '../../components/Button'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { copyText } from '../../platform/printPage'
import { canReadAloud } from '../../platform/speech'
import { Loaded } from '../../screen/Loaded'
import { ReadAloud } from '../../screen/ReadAloud'

/** 大喇叭: what the announcer reads, a sentence a line, every figure in words. */
export function Loudspeaker({ id }: { id: string }) {
  const found = useCall('broadcast', { params: { id } })
  const [copied, setCopied] = useState<boolean>()
  if (found.refused && found.refused.refusal === 'notNow')
    return (
      <Card title="大喇叭广播稿">
        <Note tone="zhe">{found.refused.says}</Note>
      </Card>
    )
  return (
    <Card title="大喇叭广播稿" end={found.answer && `${found.answer.sentences.length}句`}>
      <Loaded of={found} kind="detail" label="正在写广播稿">
        {({ sentences }) => (
          <Stack>
            <View className="mw-papers-script" {...aria({ role: 'list' })}>
              {sentences.map((sentence) => (
                <View key={sentence} {...aria({ role: 'listitem' })}>
                  {sentence}
                </View>
              ))}
            </View>
            <Button kind="second" block icon="file" onPress={() => void copyText(sentences.join('\n')).then(setCopied)}>
              复制广播稿
            </Button>
            {canReadAloud() && <ReadAloud wide sentences={() => sentences} />}
            {copied === true && <Note tone="song">复制好了，可以贴到播音的软件里。</Note>}
            {copied === false && <Note tone="jiang">没有复制成。请长按上面的文字，自己复制。</Note>}
          </Stack>
        )}
      </Loaded>
    </Card>
  )
}
