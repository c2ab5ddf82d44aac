import { type CatalogueItem, catalogueItem } from '@shared/catalogue'
import { periodOption } from './periods'
import type { Field, Typed } from './typed'

const widest = ['everyone', 'villagers', 'members', 'party', 'office']

/** Forms in which board, item and period stay as they were: a correction is of the same thing. */
const ofTheSame = ['correction', 'correctionRevision']

const offering = (field: Field, keeps: (value: string) => boolean): Field => ({
  ...field,
  options: field.options?.filter(({ value }) => keeps(value)),
})

/**
 * A field of a notice as the catalogue leaves it open: the board's items, the item's periods, who may read it, its list, what
 * it must say. Undefined when it isn't asked.
 */
export const noticeField = (form: string, field: Field, typed: Typed): Field | undefined => {
  const item = catalogueItem(String(typed.item))
  const fixed = ofTheSame.includes(form)
  switch (field.name) {
    case 'board':
      return fixed ? offering(field, (board) => board === typed.board) : field
    case 'item':
      return fixed
        ? offering(field, (code) => code === typed.item)
        : offering(field, (code) => typed.board === undefined || catalogueItem(code)?.board === typed.board)
    case 'audience':
      return item ? offering(field, (to) => widest.indexOf(to) >= widest.indexOf(item.sees)) : field
    case 'period':
      if (!item?.every) return undefined
      return fixed
        ? typed.period
          ? { ...field, optional: false, help: undefined, options: [periodOption(String(typed.period))] }
          : undefined
        : { ...field, help: periodHelp(item), optional: item.within !== undefined }
    case 'happenedOn':
      return happened(field, item, typed)
    case 'nothing':
      return item?.every && !typed.happenedOn ? field : undefined
    case 'sheet':
      return item?.sheet && typed.nothing !== true
        ? { ...field, list: item.sheet, optional: item.sheet !== 'statement' }
        : undefined
    case 'summary':
      return typed.nothing === true ? undefined : mustSay(typed) ? { ...field, optional: false, help: said } : field
    case 'body':
    case 'attachments':
      return typed.nothing === true ? undefined : field
    default:
      return field
  }
}

const often = {
  month: '每月公开一次',
  quarter: '每季度公开一次',
  half: '每半年公开一次',
  year: '每年公开一次',
  busy: '按季度公开；钱款往来多的村按月公开',
} as const

const periodHelp = ({ every, ahead, within }: CatalogueItem) =>
  `${every ? often[every] : ''}${ahead ? '，年初公开' : ''}。${within === undefined ? '' : '不是定期公开的，选下面的日子。'}`

// A form of its own asks for the day anyway; in a notice only items that something happens to are asked.
const happened = (field: Field, item: CatalogueItem | undefined, { period }: Typed): Field | undefined => {
  if (!field.optional) return field
  if (!item || item.within === undefined) return undefined
  const help = `从这一天起，${item.within}天内要公开。`
  return { ...field, help: item.every ? `有了新情况才填。${help}` : help, optional: !!item.every || !!period }
}

const said = '一两句话，让大家一听就懂。这一项必须写。'

const mustSay = ({ board, item }: Typed): boolean => board === 'finance' || item === 'V01'
