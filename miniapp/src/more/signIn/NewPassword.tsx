import { useState } from 'react'
import { Stack } from '../../components/Card'
import { ChoiceRow } from '../../components/ChoiceField'
import { TextField } from '../../components/TextField'

type NewPasswordProps = {
  password: string
  again: string
  errors: { password?: string; again?: string }
  onPassword: (typed: string) => void
  onAgain: (typed: string) => void
}

/** A new password, twice; it can be shown while it is typed. */
export function NewPassword({ password, again, errors, onPassword, onAgain }: NewPasswordProps) {
  const [shown, setShown] = useState(false)
  const field = { secret: !shown, maxLength: 200, autocomplete: 'new-password' }
  return (
    <Stack>
      <TextField
        id="password"
        label="新密码"
        help="至少10个字符。几个不相干的词连起来，又长又好记"
        value={password}
        error={errors.password}
        onChange={onPassword}
        {...field}
      />
      <TextField id="again" label="再填一次" value={again} error={errors.again} onChange={onAgain} {...field} />
      <ChoiceRow many words="显示密码" on={shown} onPress={() => setShown(!shown)} />
    </Stack>
  )
}
