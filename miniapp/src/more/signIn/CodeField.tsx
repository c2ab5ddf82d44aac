import { TextField, type TextFieldProps } from '../../components/TextField'

/** 验证码: the six digits that an authenticator shows now. */
export const CodeField = (field: Pick<TextFieldProps, 'help' | 'value' | 'error' | 'onChange' | 'onDone'>) => (
  <TextField id="code" label="验证码" maxLength={6} keyboard="tel" autocomplete="one-time-code" {...field} />
)
