/** What a screen reader is told. Absent and undefined mean the same. */
export type Aria = {
  role?: string
  label?: string
  live?: 'polite' | 'assertive'
  hidden?: boolean
  checked?: boolean
  selected?: boolean
  pressed?: boolean
  expanded?: boolean
  current?: boolean
  disabled?: boolean
  busy?: boolean
  modal?: boolean
  invalid?: boolean
  /** Level of a heading, 1 to 6. */
  level?: number
  /** Words for a value that is turned up and down. */
  valueText?: string
}

/**
 * Props that carry these words to both platforms; the one place that knows how.
 *
 * Web page (Taro 4.2.1, measured in Chromium): `aria-*` and `role` reach the element as attributes, `ariaLabel` only as a
 * DOM property, a useless `ariaLabel` attribute beside it. A value that is undefined becomes the *word* "undefined" and a
 * false drops the attribute, so nothing absent is handed on and yes or no go as words.
 * WeChat: `aria-label` arrives in the data as `ariaLabel`, `role` as `role`; Taro's own templates write neither into the
 * WXML. They do when the build adds `aria-label="{{i.ariaLabel}}"` and `aria-role="{{i.role}}"` to View, Text, Button and
 * Image; the rest of these is for the web page. A native button is read out as a button either way.
 */
export function aria({ role, level, valueText, ...words }: Aria): Record<string, string> {
  const props: Record<string, string> = {}
  if (role) props.role = role
  if (level) props['aria-level'] = String(level)
  if (valueText) props['aria-valuetext'] = valueText
  for (const [name, value] of Object.entries(words)) if (value !== undefined) props[`aria-${name}`] = String(value)
  return props
}

/** A heading of that level. */
export const heading = (level: number): Record<string, string> => aria({ role: 'heading', level })
