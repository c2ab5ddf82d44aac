import { gapsIn } from '@shared/requestCategories'
import { View } from '@tarojs/components'
import { Button } from '../../components/Button'
import { cls } from '../../components/cls'
import { Icon } from '../../components/Icon'
import { Pressable } from '../../components/Pressable'
import { LongTextField, TextField } from '../../components/TextField'
import {
  labelId,
  moved,
  renamed,
  textId,
  textsOf,
  type Words,
  withNewText,
  withoutCategory,
  withoutText,
  withText,
} from './edits'
import { Template } from './Template'

export type CategoryProps = {
  words: Words
  value: string
  open: boolean
  mayChange: boolean
  /** by the place on the page */
  errors: Readonly<Record<string, string>>
  onOpen: () => void
  onChange: (words: Words) => void
}

/** One category: its name, where it stands, and its ready-made words. */
export function Category({ words, value, open, mayChange, errors, onOpen, onChange }: CategoryProps) {
  const at = words.categories.findIndex((one) => one.value === value)
  const label = words.categories[at].label
  const texts = textsOf(words, value)
  return (
    <View className="mw-words-one">
      <Pressable className="mw-row" expanded={open} onPress={onOpen}>
        <View className="mw-row-words">
          <View className="mw-row-title strong">{label || '新的一类'}</View>
          <View className="mw-row-detail">{texts.length > 0 ? `${texts.length}段现成的话` : '没有现成的话'}</View>
        </View>
        <View className={cls('mw-row-go', open && 'mw-words-open')}>
          <Icon name="down" />
        </View>
      </Pressable>
      {open && !mayChange && (
        <View className="mw-words-more">
          {texts.map(({ at, text }) => (
            <Template key={at} text={text} />
          ))}
          {texts.length === 0 && <View className="mw-meta">这一类还没有现成的话。</View>}
        </View>
      )}
      {open && mayChange && (
        <View className="mw-words-more">
          <TextField
            id={labelId(value)}
            label="类别的名字"
            help="最多8个字，村民说事时选"
            value={label}
            maxLength={8}
            error={errors[labelId(value)]}
            onChange={(text) => onChange(renamed(words, value, text))}
          />
          {texts.map(({ at, text }, i) => (
            <View key={at} className="mw-words-text">
              <LongTextField
                id={textId(at)}
                label={`第${i + 1}段现成的话`}
                help="每件事不一样的地方写在【】里，比如【哪天】。用的人要先填上才能发。"
                value={text}
                maxLength={500}
                error={errors[textId(at)]}
                onChange={(to) => onChange(withText(words, at, to))}
              />
              {gapsIn(text).length > 0 && <Template text={text} />}
              <View>
                <Button kind="second" small icon="trash" onPress={() => onChange(withoutText(words, at))}>
                  {`删掉第${i + 1}段`}
                </Button>
              </View>
            </View>
          ))}
          <View className="mw-words-acts">
            <Button kind="second" small icon="plus" onPress={() => onChange(withNewText(words, value))}>
              加一段现成的话
            </Button>
          </View>
          <View className="mw-words-acts">
            {at > 0 && (
              <Button kind="second" small onPress={() => onChange(moved(words, value, -1))}>
                往前移
              </Button>
            )}
            {at < words.categories.length - 1 && (
              <Button kind="second" small onPress={() => onChange(moved(words, value, 1))}>
                往后移
              </Button>
            )}
            <Button kind="danger" small icon="trash" onPress={() => onChange(withoutCategory(words, value))}>
              删掉这一类
            </Button>
          </View>
        </View>
      )}
    </View>
  )
}
