import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon, type IconName } from './Icon'
import { Pressable } from './Pressable'
import { Tile } from './Tile'

export type RowProps = {
  title: string
  /** Second line, small. */
  detail?: string
  /** A plain icon before it, or a tile with a character or an icon. */
  icon?: IconName
  tile?: string
  tileIcon?: IconName
  /** Small words at the right: 2件等审. */
  end?: string
  /** A count on vermilion: 7. `end` is then what it counts, for screen readers. */
  count?: number
  onPress: () => void
}

/** A row that leads somewhere, in a flush Card. */
export function Row({ title, detail, icon, tile, tileIcon, end, count, onPress }: RowProps) {
  return (
    <Pressable className="mw-row" role="link" onPress={onPress}>
      {icon && (
        <View className="mw-row-lead">
          <Icon name={icon} />
        </View>
      )}
      {(tile || tileIcon) && <Tile char={tile} icon={tileIcon} />}
      <View className="mw-row-words">
        <View className={detail ? 'mw-row-title strong' : 'mw-row-title'}>{title}</View>
        {detail && <View className="mw-row-detail">{detail}</View>}
      </View>
      {count ? (
        <View className="mw-count" {...aria({ role: 'img', label: end ?? `${count}件` })}>
          {count}
        </View>
      ) : (
        end && <View className="mw-row-end">{end}</View>
      )}
      <View className="mw-row-go">
        <Icon name="right" />
      </View>
    </Pressable>
  )
}

export type FileLink = { id: string; name: string; detail: string; kind?: 'file' | 'image' }

/** 附件: each opens by its id. */
export function FileLinks({ files, onOpen }: { files: readonly FileLink[]; onOpen: (id: string) => void }) {
  return (
    <View>
      {files.map(({ id, name, detail, kind = 'file' }) => (
        <Pressable key={id} className="mw-row bare" role="link" onPress={() => onOpen(id)}>
          <Tile icon={kind} />
          <View className="mw-row-words">
            <View className="mw-row-title">{name}</View>
            <View className="mw-row-detail">{detail}</View>
          </View>
          <View className="mw-row-go link">
            <Icon name="right" />
          </View>
        </Pressable>
      ))}
    </View>
  )
}
