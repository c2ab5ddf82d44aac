import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { TextField } from '../../components/TextField'

export type FinderProps = { label: string; typed: string; onType: (typed: string) => void; onFind: () => void }

/** Somebody of the roster by name, number or household. */
export function Finder({ label, typed, onType, onFind }: FinderProps) {
  return (
    <View className="roster-find">
      <TextField
        label={label}
        icon="search"
        placeholder="姓名、编号或户号"
        maxLength={20}
        value={typed}
        onChange={onType}
        onDone={onFind}
      />
      <Button kind="second" onPress={onFind}>
        找
      </Button>
    </View>
  )
}
