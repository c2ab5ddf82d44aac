/** What is wrong with a phone number as it is typed; nothing when it can be asked with. */
export const phoneWrong = (phone: string): { phone?: string } =>
  /^1[3-9]\d{9}$/.test(phone.trim()) ? {} : { phone: '手机号是11位数字，从1开头。' }

const shortest = 10

/** What is wrong with a new password as it is typed twice. Whether it is a common one the server knows. */
export const passwordWrong = (password: string, again: string): { password?: string; again?: string } => ({
  ...([...password].length < shortest && { password: `至少${shortest}个字符，短句子最好记。` }),
  ...(password !== again && { again: '两次填的不一样。' }),
})

/** What is wrong with a one-time code as it is typed. */
export const codeWrong = (code: string): { code?: string } =>
  /^\d{6}$/.test(code.trim()) ? {} : { code: '验证码是6位数字，看验证器里现在的数。' }
