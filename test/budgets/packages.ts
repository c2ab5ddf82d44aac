import fs from 'node:fs'
import path from 'node:path'

/** The bytes of each package of a WeChat build: the main one and every subpackage by its root. */
export function packages(dist: string): { name: string; bytes: number }[] {
  const app = JSON.parse(fs.readFileSync(path.join(dist, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] }
  const roots = (app.subPackages ?? []).map(({ root }) => root)
  const sizes = new Map(['main', ...roots].map((name) => [name, 0]))
  for (const entry of fs.readdirSync(dist, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const owner = roots.find((root) => path.relative(dist, file).startsWith(root + path.sep)) ?? 'main'
    sizes.set(owner, (sizes.get(owner) ?? 0) + fs.statSync(file).size)
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }))
}
