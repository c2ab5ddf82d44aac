import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** A regular expression as it stands in the sources: where it was found first. */
export type Pattern = { source: string; flags: string; at: string }

/** Every regular expression of these folders, each once, and where one is put together as the program runs. */
export const patternsIn = (folders: readonly string[]): { patterns: readonly Pattern[]; built: readonly string[] } => {
  const patterns = new Map<string, Pattern>()
  const built: string[] = []
  for (const file of folders.flatMap((folder) => sourcesIn(folder))) {
    const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kindOf(file))
    const visit = (node: ts.Node): void => {
      const at = `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`
      const found = literal(node) ?? constructed(node)
      if (found === 'built') built.push(at)
      else if (found) patterns.set(`/${found.source}/${found.flags}`, { ...found, at })
      ts.forEachChild(node, visit)
    }
    visit(source)
  }
  return { patterns: [...patterns.values()], built }
}

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => join(folder, name))

const kindOf = (file: string) => (file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)

const literal = (node: ts.Node): Omit<Pattern, 'at'> | undefined => {
  if (!ts.isRegularExpressionLiteral(node)) return undefined
  const end = node.text.lastIndexOf('/')
  return { source: node.text.slice(1, end), flags: node.text.slice(end + 1) }
}

/** `new RegExp('a')` is known as it stands; what is built of anything else is not. */
const constructed = (node: ts.Node): Omit<Pattern, 'at'> | 'built' | undefined => {
  const isOne =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp' && node.arguments
  if (!isOne) return undefined
  const [source, flags] = isOne
  if (!source || !ts.isStringLiteralLike(source) || (flags && !ts.isStringLiteralLike(flags))) return 'built'
  return { source: source.text, flags: (flags as ts.StringLiteralLike | undefined)?.text ?? '' }
}
