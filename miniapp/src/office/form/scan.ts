import { call } from '../../api/client'

/** What was found in a file: `readable` false when nobody but a person can tell what is in it. */
export type Scanned = { readable: boolean; found: readonly { says: string }[] }

/** Has the server look for personal data in a file that it has. Undefined when it couldn't be asked now. */
export const scanned = async (file: string): Promise<Scanned | undefined> =>
  (await call('scanFile', { body: { file } })).answer

/** What stands beside a file that was looked into. */
export const scanWords = ({ readable, found }: Scanned): { tone: 'song' | 'zhe' | 'jiang'; words: string } => {
  if (found.length > 0) {
    const more = found.length > 3 ? `等${found.length}处` : ''
    return {
      tone: 'jiang',
      words: `${found
        .slice(0, 3)
        .map(({ says }) => says)
        .join('；')}${more}`,
    }
  }
  return readable
    ? { tone: 'song', words: '查过了，没有发现个人信息' }
    : { tone: 'zhe', words: '是图片或没有文字，系统看不出，要人看过' }
}
