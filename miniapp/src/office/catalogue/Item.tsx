import type { CatalogueItem } from '@shared/catalogue'
import type { ItemSetting } from '@shared/disclosure'
import { View } from '@tarojs/components'
import { Chip, Note } from '../../components/Chip'
import { cls } from '../../components/cls'
import { Field } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { NumberField } from '../../components/NumberField'
import { Pressable } from '../../components/Pressable'
import { RuleNote } from '../../components/RuleNote'
import { Segmented } from '../../components/Segmented'
import { SwitchField } from '../../components/SwitchField'
import { TextField } from '../../components/TextField'
import { type Terms, termsWords, type Wrong } from './terms'

export type ItemProps = {
  item: CatalogueItem
  /** what holds here today, and what comes from above */
  setting?: ItemSetting
  inherited?: ItemSetting
  /** what is being changed */
  edit?: Terms
  terms: Terms
  wrong: readonly Wrong[]
  mayChange: boolean
  open: boolean
  onOpen: () => void
  onChange: (terms: Terms) => void
}

/** One item of the catalogue: how it is owed here; a press shows its rule and, for whoever may, the form. */
export function Item({ item, setting, inherited, edit, terms, wrong, mayChange, open, onOpen, onChange }: ItemProps) {
  return (
    <View className="mw-cat-item">
      <Pressable id={`item-${item.code}`} className="mw-row" expanded={open} onPress={onOpen}>
        <View className="mw-row-words">
          <View className="mw-row-title strong">{item.title}</View>
          <View className="mw-cat-meta">
            {setting?.off && <Chip kind="hui" icon="minusc" words="不用公开" />}
            {edit && <Chip kind="zhe" icon="edit" words="改了没保存" />}
            <View>{setting?.off ?? termsWords(item, setting)}</View>
          </View>
        </View>
        <View className={cls('mw-row-go', open && 'mw-cat-open')}>
          <Icon name="down" />
        </View>
      </Pressable>
      {open && (
        <View className="mw-cat-more">
          <RuleNote {...item.rule} />
          {inherited && (
            <Note>
              上级定的：{inherited.off ? `不用公开（${inherited.off}）` : termsWords(item, inherited)}。
              {inherited.off && mayChange ? '这里不能改回来，要改请跟上级说。' : ''}
            </Note>
          )}
          {mayChange && !inherited?.off && <Form item={item} terms={terms} wrong={wrong} onChange={onChange} />}
        </View>
      )}
    </View>
  )
}

const often = [
  { value: 'quarter', words: '每季度' },
  { value: 'month', words: '每月' },
] as const

function Form({ item, terms, wrong, onChange }: Pick<ItemProps, 'item' | 'terms' | 'wrong' | 'onChange'>) {
  const says = (field: string) => wrong.find(({ id }) => id === `${field}-${item.code}`)?.says
  return (
    <>
      <View className="mw-cat-switch">
        <SwitchField
          label="这里要不要公开"
          words={{ on: '要公开', off: '不用公开' }}
          on={terms.owed}
          onChange={(owed) => onChange({ ...terms, owed })}
        />
      </View>
      {!terms.owed && (
        <TextField
          id={`off-${item.code}`}
          label="为什么不用公开"
          help="理由村民看得到。马上算数。"
          value={terms.reason}
          maxLength={100}
          error={says('off')}
          onChange={(reason) => onChange({ ...terms, reason })}
        />
      )}
      {terms.owed && item.every === 'busy' && (
        <Field label="多久公开一次" help="钱款往来多的每月一次。从下个季度算起。">
          <Segmented
            label="多久公开一次"
            options={often}
            value={terms.every}
            onChange={(every) => onChange({ ...terms, every, day: every === 'month' ? 10 : 20 })}
          />
        </Field>
      )}
      {terms.owed && item.every && (
        <NumberField
          id={`day-${item.code}`}
          label="几号到期"
          help={item.once ? '12月的几号，没有改过是31日。从下个月算起。' : '1到28。从下个月到期的算起。'}
          unit="日"
          value={terms.day}
          error={says('day')}
          onChange={(day) => onChange({ ...terms, day })}
        />
      )}
      {!item.every && terms.owed && <View className="mw-meta">有了新情况才公开，没有固定的到期日。</View>}
    </>
  )
}
