import type { Field } from './typed'

const mostOptions = 3
const longest = 3

/** 对 · 不对 · 用不着: so few and so short that they stand on one line. */
export const isCompact = ({ options = [] }: Pick<Field, 'options'>): boolean =>
  options.length > 1 &&
  options.length <= mostOptions &&
  options.every(({ label, help }) => label.length <= longest && !help)
