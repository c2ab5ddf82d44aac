import type { Problem } from '@shared/engine/case'
import { isDay } from '@shared/engine/deadline'
import { sheetKinds } from '@shared/sheetKinds'
import { View } from '@tarojs/components'
import { Link } from '../../components/Button'
import { ChoiceField, ChoiceRow } from '../../components/ChoiceField'
import { cls } from '../../components/cls'
import { DayField } from '../../components/DayField'
import { Field, FieldError } from '../../components/Field'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { TextField } from '../../components/TextField'
import { SelectField } from '../form/SelectField'
import type { TypedRow } from '../form/sheet/typedSheet'
import { changeWords, fourteenFrom } from './memberWords'
import './roster.scss'

export type RosterRowCardProps = {
  row: TypedRow
  whole: boolean
  nth: number
  open: boolean
  /** YYYY-MM-DD */
  today: string
  faults?: readonly Problem[]
  onOpen: () => void
  onChange: (to: TypedRow) => void
  onRemove: () => void
}

const { columns } = sheetKinds.roster
const posts = columns.filter(({ key }) =>
  ['representative', 'branchCommittee', 'villageCommittee', 'collective', 'collectiveRepresentative'].includes(key),
)
const parties = columns.find(({ key }) => key === 'party')?.options ?? []
const notInParty = 'none'

/** One person of the roster: closed a line, open what is known of them; of whoever leaves nothing more is asked. */
export function RosterRowCard(props: RosterRowCardProps) {
  const { row, whole, nth, open, today, faults = [], onOpen, onChange, onRemove } = props
  const text = (key: string) => String(row[key] ?? '')
  const error = (key: string) => faults.find(({ field }) => field === key)?.says
  const change = !whole && (row.change === 'join' || row.change === 'edit' || row.change === 'leave') && row.change
  const name = text('name') || '还没写姓名'
  const does = change ? changeWords[change] : `第${nth}人`
  const leaves = change === 'leave'
  const shownElsewhere = new Set(['no', 'name', 'household', 'group', 'sex', 'adultOn', ...posts.map(({ key }) => key)])
  const other = faults.find(({ field }) => !shownElsewhere.has(field))
  const box = (key: string, label: string, more: { help?: string; max?: number } = {}) => (
    <TextField
      {...{ label, help: more.help, error: error(key) }}
      value={text(key)}
      maxLength={more.max ?? 20}
      onChange={(value) => onChange({ [key]: value })}
    />
  )
  return (
    <View className={cls('mw-line', faults.length > 0 && 'err')}>
      <Pressable
        className="mw-line-head"
        label={`${does}，${name}，${open ? '收起' : '打开来看'}`}
        expanded={open}
        onPress={onOpen}
      >
        <View className="mw-line-name">
          <View className="mw-strong">{`${does}：${name}`}</View>
          {!open && <View className="mw-meta">{text('no') || '还没写编号'}</View>}
        </View>
        <Icon name={open ? 'down' : 'right'} />
      </Pressable>
      {open && leaves && <View className="mw-second">编号{text('no')}，从起算的那天起不在名册里。</View>}
      {open && !leaves && (
        <>
          {change === 'edit' ? (
            <View className="mw-meta">编号{text('no')}。只改变了的，别的不动。</View>
          ) : (
            box('no', '编号', { help: '村里自己编的号，一人一个，不要写身份证号' })
          )}
          {box('name', '姓名')}
          {box('household', '户号')}
          {box('group', '组', { help: '写数字，三组写3', max: 2 })}
          <ChoiceField
            label="性别"
            error={error('sex')}
            options={[
              { value: 'female', words: '女' },
              { value: 'male', words: '男' },
            ]}
            value={row.sex === 'female' || row.sex === 'male' ? row.sex : ''}
            onChange={(sex) => onChange({ sex })}
          />
          <DayField
            label="满18岁的日子"
            help="生日加18年，名册不记生日"
            error={error('adultOn') ?? error('fourteenOn')}
            value={text('adultOn')}
            today={today}
            from="1920-01-01"
            until="2069-12-31"
            onChange={(adultOn) =>
              onChange({ adultOn, fourteenOn: isDay(adultOn) ? fourteenFrom(adultOn) : undefined })
            }
          />
          <SelectField
            label="党员"
            note="不是就不选"
            error={error('party')}
            options={[{ value: notInParty, label: '不是党员' }, ...parties]}
            value={text('party') || notInParty}
            onChange={(party) => onChange({ party: party === notInParty ? undefined : party })}
          />
          <Field label="还是" note="不是就不勾" error={posts.map(({ key }) => error(key)).find(Boolean)} role="group">
            <View className="roster-ticks">
              {posts.map(({ key, label }) => (
                <ChoiceRow
                  key={key}
                  many
                  words={label}
                  on={row[key] === 'yes'}
                  onPress={() => onChange({ [key]: row[key] === 'yes' ? undefined : 'yes' })}
                />
              ))}
              <ChoiceRow
                many
                words="没有完全民事行为能力"
                detail="成年人一般都有；法院认定没有的才勾"
                on={row.capable === 'no'}
                onPress={() => onChange({ capable: row.capable === 'no' ? undefined : 'no' })}
              />
            </View>
          </Field>
        </>
      )}
      {open && other && <FieldError says={other.says} />}
      {open && (
        <View className="mw-sheet-links">
          <Link words="这个人不改了" icon="trash" onPress={onRemove} />
          <Link words="收起" icon="check" onPress={onOpen} />
        </View>
      )}
      {!open && faults.length > 0 && <FieldError says={faults[0].says} />}
    </View>
  )
}
