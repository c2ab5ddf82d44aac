// No key, token or password lies in what is kept in git, nor in what is about to be. Run by `npm run secrets`.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')
const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
// what was removed and not yet committed is still listed
const files = tracked.split('\0').filter((file) => file && existsSync(file))
const { status } = spawnSync(
  process.execPath,
  [
    path.join(root, 'node_modules/secretlint/bin/secretlint.js'),
    ...['--secretlintrc', path.join(root, '.secretlintrc.json')],
    ...['--secretlintignore', path.join(root, '.secretlintignore'), '--no-glob', ...files],
  ],
  { stdio: 'inherit' },
)
if (status === 0) console.log(`secrets: none in ${files.length} files`)
process.exitCode = status ?? 2
