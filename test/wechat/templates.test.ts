import { describe, expect, it } from 'vitest'
import { type Facts, type Template, templateData, templatesFrom } from '../../functions/wechat/templates'
import { openSubscriptions } from '../support/wechat/subscriptions'

const facts: Facts = {
  title: '三组路灯坏了',
  village: '东溪村',
  says: '到您办了：村里接下',
  on: '2026-06-02',
  time: '23:59',
}
const fields: Template['fields'] = { title: 'thing1', village: 'thing2', says: 'thing3', on: 'date4' }
const value = (field: string, given: Partial<Facts>, part: keyof Template['fields'] = 'title') =>
  templateData({ fields: { ...fields, [part]: field } }, { ...facts, ...given })[field]!.value

describe('what is written through WeChat', () => {
  it('says what it is about, where, what there is to do and by when, and nothing else', () => {
    expect(templateData({ fields }, facts)).toEqual({
      thing1: { value: '三组路灯坏了' },
      thing2: { value: '东溪村' },
      thing3: { value: '到您办了：村里接下' },
      date4: { value: '2026年6月2日' },
    })
  })

  it('a thing has 20 characters, and what is longer says so', () => {
    expect(value('thing1', { title: '路'.repeat(20) })).toBe('路'.repeat(20))
    expect(value('thing1', { title: '路'.repeat(21) })).toBe(`${'路'.repeat(19)}…`)
  })

  it('rare characters count twice and are never cut in two', () => {
    expect(value('thing1', { title: '𠮷'.repeat(10) })).toBe('𠮷'.repeat(10))
    expect(value('thing1', { title: `路${'𠮷'.repeat(10)}` })).toBe(`路${'𠮷'.repeat(9)}…`)
  })

  it.each([
    ['pictures among words are left out', '路灯💡坏了👨‍👩‍👧！', '路灯坏了！'],
    ['ends of lines become spaces', '路灯\n\r坏了\t两天', '路灯 坏了 两天'],
    ['what cannot be seen is left out', '路\u200b灯\u0000坏了', '路灯坏了'],
    ['nothing becomes what to do', '', '请打开查看'],
    ['nothing but pictures as well', '💡💡', '请打开查看'],
  ])('%s', (_, title, said) => {
    expect(value('thing1', { title })).toBe(said)
  })

  it('a phrase has 5 汉字 and nothing else', () => {
    expect(value('phrase3', {}, 'says')).toBe('到您办了村')
    expect(value('phrase3', { says: 'OK 1' }, 'says')).toBe('请查看')
  })

  it('a name has 10 汉字, a string 32 letters without any', () => {
    expect(value('name2', { village: '东溪'.repeat(6) }, 'village')).toBe('东溪'.repeat(5))
    expect(value('name2', { village: '3' }, 'village')).toBe('本村')
    expect(value('character_string1', { title: `东溪说-2026-${'0'.repeat(40)}` })).toBe(`-2026-${'0'.repeat(26)}`)
    expect(value('character_string1', { title: '路灯' })).toBe('-')
  })

  it('a day is written as one, with its hour where a time is asked for', () => {
    expect(value('date4', {}, 'on')).toBe('2026年6月2日')
    expect(value('time4', {}, 'on')).toBe('2026年6月2日 23:59')
  })

  it('whatever it is, WeChat takes it', () => {
    const wechat = openSubscriptions()
    const texts = [
      '',
      ' ',
      '路',
      '💡',
      '路'.repeat(300),
      'a'.repeat(300),
      '𠮷'.repeat(30),
      '《办法》（试行）“第1条”—…·',
      '1/2 + ℃ <b>',
    ]
    const kinds = ['thing', 'phrase', 'name', 'character_string']
    for (const kind of kinds)
      for (const day of ['date', 'time']) {
        const named = { title: `${kind}1`, village: `${kind}2`, says: `${kind}3`, on: `${day}4` }
        const id = `${kind} ${day}`
        wechat.templates.set(id, Object.values(named))
        wechat.agrees('o', id, texts.length)
        for (const text of texts) {
          const data = templateData({ fields: named }, { ...facts, title: text, village: text, says: text })
          const told = wechat.send({ touser: 'o', template_id: id, page: 'pages/case/index?id=c1', data })
          expect(told, JSON.stringify(data)).toMatchObject({ errcode: 0 })
        }
      }
  })
})

describe('the setting of the templates', () => {
  const [one, two] = ['aBcDeFgHiJ-1', 'aBcDeFgHiJ_2']

  it('names a template for each kind, or for some', () => {
    expect(templatesFrom(`turn=${one}, reminder=${two}`)).toEqual({
      turn: { id: one, fields },
      reminder: { id: two, fields },
    })
  })

  it('names the fields where they are others', () => {
    expect(templatesFrom(`moved=${one}:thing4+name7+phrase2+time3`).moved!.fields).toEqual({
      ...{ title: 'thing4', village: 'name7', says: 'phrase2', on: 'time3' },
    })
  })

  it.each([
    ['turn', '“turn”看不懂'],
    ['', '看不懂'],
    [`turn=${one},`, '看不懂'],
    [`turn=短`, '看不懂'],
    [`other=${one}`, '没有“other”这一种'],
    [`turn=${one},turn=${two}`, '写了两次'],
    [`turn=${one},moved=${one}`, '同一个模板ID'],
    [`turn=${one}:thing1+thing2+thing3`, '不是四个不同的字段'],
    [`turn=${one}:thing1+thing1+thing3+date4`, '不是四个不同的字段'],
    [`turn=${one}:thing1+thing2+thing3+thing4`, '字段“thing4”不能用在这里'],
    [`turn=${one}:thing1+thing2+date3+date4`, '字段“date3”不能用在这里'],
    [`turn=${one}:thing+thing2+thing3+date4`, '字段“thing”不能用在这里'],
  ])('%s stops the start, in words', (set, says) => {
    expect(() => templatesFrom(set)).toThrow(says)
    expect(() => templatesFrom(set)).toThrow('要写成 turn=模板ID')
  })
})
