import { View } from '@tarojs/components'
import { Card, Stack } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Icon } from '../../components/Icon'
import type { Findings } from './findings'
import '../form/form.scss'

export type FoundCardProps = {
  told: Findings
  /** pointed at while it was written */
  pointedAt: readonly string[]
  /** who reads it: what they can do about it differs */
  as: Reads
}

/** author: writes or sends it in · writer: writes what is public at once · answerer: answers for it · reviewer: lets it pass or sends it back · poster: posts it */
export type Reads = 'author' | 'writer' | 'answerer' | 'reviewer' | 'poster'

const nothingHelps: Readonly<Record<Reads, string>> = {
  author: '请先遮住或删掉。',
  writer: '请先删掉。',
  answerer: '请先删掉。',
  reviewer: '请退回，让写的人遮住或删掉。',
  poster: '请联系审核的人退回修改。',
}
const whatHelps: Readonly<Record<Reads, string>> = {
  author: '是个人信息就先遮住；不是的，审核的人看过会写明理由。',
  writer: '是个人信息就删掉；不是的，在下面写明理由。',
  answerer: '是个人信息就删掉；不是的，写明理由再答复。',
  reviewer: '是个人信息就退回，让写的人遮住；不是的，写明理由再同意。',
  poster: '要由审核的人写明理由，或者退给写的人遮住。',
}

/** 系统指出的个人信息: every place by name, and what can be done about it. Nothing where nothing was found. */
export function FoundCard({ told, pointedAt, as }: FoundCardProps) {
  const places = [...new Set([...told.findings.map(({ says }) => says), ...pointedAt])]
  const never = told.findings.filter((finding) => finding.never)
  if (places.length === 0 && told.unreadable.length === 0) return null
  return (
    <Card title="系统指出的个人信息" end={places.length > 0 ? `${places.length}处` : undefined}>
      <Stack>
        {places.map((says) => (
          <View key={says} className="mw-found">
            <Icon name="alert" bold />
            <View>{says}</View>
          </View>
        ))}
        {told.unreadable.length > 0 && (
          <View className="mw-found eye">
            <Icon name="eye" bold />
            <View>{told.unreadable.join('、')}是图片或没有文字，要人打开看。</View>
          </View>
        )}
        {never.length > 0 ? (
          <Note tone="jiang">身份证号、银行卡号、病情不能公开，写理由也不行。{nothingHelps[as]}</Note>
        ) : (
          places.length > 0 && <Note tone="zhe">{whatHelps[as]}</Note>
        )}
      </Stack>
    </Card>
  )
}
