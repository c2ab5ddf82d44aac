import { settingWords } from '@shared/settingWords'
import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { Chip, Note } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { RuleNote } from '../../components/RuleNote'
import { limitWords, type SettingView, type Typed, typedOf, whereWords } from './edits'
import { SettingForm } from './SettingForm'

export type OneProps = {
  setting: SettingView
  /** the place whose page it is */
  level: 'county' | 'township' | 'village'
  /** what is being changed; undefined while nothing is */
  edit?: { typed: Typed }
  error?: string
  /** whether the reader changes others here, so that it has to be said why not this one */
  changesOthers: boolean
  open: boolean
  onOpen: () => void
  onEdit: (typed: Typed) => void
}

/** One number: what it is here; a press shows its rule, the law's limit and, for whoever may, the form. */
export function One({ setting, level, edit, error, changesOthers, open, onOpen, onEdit }: OneProps) {
  const { name, title, says, unit, value, inherited, mayChange, setAt } = setting
  const where = whereWords(setting)
  const limit = limitWords(setting)
  return (
    <View className="mw-set-one">
      <Pressable id={`row-${name}`} className="mw-row" expanded={open} onPress={onOpen}>
        <View className="mw-row-words">
          <View className="mw-row-title strong">{title}</View>
          <View className="mw-set-value">{settingWords(unit, value)}</View>
          <View className="mw-set-meta">
            {edit && <Chip kind="zhe" icon="edit" words="改了没保存" />}
            {!open && <View>{says}</View>}
            {where && <View>{where}</View>}
          </View>
        </View>
        <View className={cls('mw-row-go', open && 'mw-set-open')}>
          <Icon name="down" />
        </View>
      </Pressable>
      {open && (
        <View className="mw-set-more">
          <RuleNote says={says} source={setting.source} standing={setting.standing} />
          {!mayChange && limit && <View className="mw-meta">{limit}。</View>}
          {setAt === level && <View className="mw-meta">{`不在这里定的话是${settingWords(unit, inherited)}。`}</View>}
          {mayChange && edit?.typed === null && (
            <Note>{`保存以后改回${settingWords(unit, inherited)}${level === 'county' ? '' : '，以后跟着上级变'}。`}</Note>
          )}
          {mayChange && (
            <SettingForm
              setting={setting}
              typed={edit ? (edit.typed === null ? typedOf(setting, inherited) : edit.typed) : typedOf(setting, value)}
              error={error}
              onChange={onEdit}
            />
          )}
          {mayChange && setAt === level && edit?.typed !== null && (
            <View>
              <Button kind="second" small icon="undo" onPress={() => onEdit(null)}>
                {`改回${settingWords(unit, inherited)}`}
              </Button>
            </View>
          )}
          {!mayChange && changesOthers && <Note>这一项由县里定。要改请跟县里说。</Note>}
        </View>
      )}
    </View>
  )
}
