import { Text, View } from '@tarojs/components'
import { Chip, type ChipProps } from './Chip'
import { Pressable } from './Pressable'
import { MiniProgress, type MiniStep } from './Seal'
import { Tile } from './Tile'

export type ItemProps = {
  /** 党, 村 or 财; not shown in large type. */
  tile: string
  title: string
  /** Not opened yet by this person: 新. */
  fresh?: boolean
  chip?: ChipProps
  /** A second one: 更正. */
  also?: ChipProps
  /** A few small words: a day, 已存. */
  meta?: string
  onPress: () => void
}

/** One row of the 公开栏; the whole row is the target. Rows stand in a flush Card. */
export function Item({ tile, title, fresh, chip, also, meta, onPress }: ItemProps) {
  return (
    <Pressable className="mw-item" role="link" onPress={onPress}>
      <Tile char={tile} />
      <View>
        <View className="mw-item-title">
          {fresh && <Text className="mw-new">新</Text>}
          {title}
        </View>
        <View className="mw-item-meta">
          {chip && <Chip {...chip} />}
          {also && <Chip {...also} />}
          {meta && <View>{meta}</View>}
        </View>
      </View>
    </Pressable>
  )
}

export type ProgressItemProps = {
  title: string
  /** Something has been done since this person last looked: 新. */
  fresh?: boolean
  /** Who and when: 何**，5月20日. */
  meta: string
  steps: readonly MiniStep[]
  stepsLabel: string
  chip: ChipProps
  onPress: () => void
}

/** One row of 说事 or 议事: title, who and when, the strip of seals with a chip at its right. */
export function ProgressItem({ title, fresh, meta, steps, stepsLabel, chip, onPress }: ProgressItemProps) {
  return (
    <Pressable className="mw-rq" role="link" onPress={onPress}>
      <View className="mw-item-title">
        {fresh && <Text className="mw-new">新</Text>}
        {title}
      </View>
      <View className="mw-rq-meta">{meta}</View>
      <View className="mw-rq-line">
        <MiniProgress steps={steps} label={stepsLabel} />
        <Chip {...chip} />
      </View>
    </Pressable>
  )
}
