import { findPersonalData, personalKinds } from '@shared/personalData'

/** What a text has of someone's personal data, in words, each once: 身份证号, 手机号, 详细住址. */
export const personalDataIn = (text: string): string[] => [
  ...new Set(findPersonalData(text).map((found) => personalKinds[found.kind])),
]
