import { useMemo } from 'react'

/**
 * Props for the `<input>` inside Taro's web element: its name for screen readers, whether it is wrong, and which keyboard.
 * `text` keeps browsers from a number box, which swallows "12." while it is typed; WeChat takes its keyboard from `type`.
 * One object as long as nothing changes, or WeChat would be sent it again on every key.
 */
export const useInner = (
  label: string,
  wrong: boolean,
  inputMode?: 'numeric' | 'decimal' | 'tel',
  autocomplete?: string,
) =>
  useMemo(
    () => ({
      'aria-label': label,
      ...(wrong ? { 'aria-invalid': 'true' } : {}),
      ...(inputMode ? { type: 'text', inputMode } : {}),
      ...(autocomplete ? { autocomplete } : {}),
    }),
    [label, wrong, inputMode, autocomplete],
  )
