import type { Draft } from '../../api/drafts'
import { ChoiceField } from '../../components/ChoiceField'
import type { IconName } from '../../components/Icon'
import { TextField } from '../../components/TextField'
import { channels, type Errors, fields, textOf } from './form'
import { ProofField } from './ProofField'

export type OnBehalfProps = {
  draft: Draft
  forOther: boolean
  channel: string
  /** changes the newest draft */
  onChange: (change: (draft: Draft) => Draft) => void
  errors: Errors
}

const speakers = [
  { value: 'self', words: '我自己' },
  { value: 'other', words: '替别人说', detail: '老人或者不会用手机的，登记他说的事' },
] as const

const icons: Record<string, IconName> = {
  ...{ session: 'cal', door: 'house', site: 'pin', visit: 'users', letter: 'file', phone: 'phone' },
}
const ways = channels.map(({ value, label }) => ({ value, words: label, icon: icons[value] }))

/** 谁说的: an office-holder says something of their own, or writes down what someone else says. */
export function OnBehalf({ draft, forOther, channel, onChange, errors }: OnBehalfProps) {
  const put = (name: string) => (value: string) => onChange((now) => ({ ...now, form: { ...now.form, [name]: value } }))
  return (
    <>
      <ChoiceField
        {...{ id: 'speaker', label: '谁说的', options: speakers, value: forOther ? 'other' : 'self' }}
        onChange={(who) => onChange((now) => ({ ...now, forOther: who === 'other' }))}
      />
      {forOther && (
        <>
          <ChoiceField
            {...{ id: 'channel', label: fields.channel.label, options: ways, layout: 'grid', value: channel }}
            onChange={put('channel')}
            error={errors.channel}
          />
          <TextField
            {...{ id: 'onBehalf', label: fields.onBehalf.label, help: fields.onBehalf.help, icon: 'me' }}
            {...{ maxLength: fields.onBehalf.max, value: textOf(draft, 'onBehalf'), error: errors.onBehalf }}
            onChange={put('onBehalf')}
          />
          <TextField
            {...{ id: 'onBehalfPhone', label: fields.onBehalfPhone.label, help: fields.onBehalfPhone.help }}
            {...{ note: '可以不填', icon: 'phone', maxLength: fields.onBehalfPhone.max }}
            {...{ value: textOf(draft, 'onBehalfPhone'), error: errors.onBehalfPhone }}
            onChange={put('onBehalfPhone')}
          />
          <ProofField
            {...{ id: 'consent', label: fields.consent.label, help: fields.consent.help, error: errors.consent }}
            {...{ files: draft.consent ?? [], max: fields.consent.max ?? 3 }}
            onChange={(change) => onChange((now) => ({ ...now, consent: change(now.consent ?? []) }))}
          />
        </>
      )}
    </>
  )
}
