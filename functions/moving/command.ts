import { parseArgs } from 'node:util'
import { CannotMove } from './format'
import { type Engine, engines } from './openStore'

type Given = { from?: string; to?: string; anew?: boolean }

/** What was asked on the command line. Throws `CannotMove` with how it is to be asked. */
export function asked(args: readonly string[], usage: string): Given {
  try {
    const options = { from: { type: 'string' }, to: { type: 'string' }, anew: { type: 'boolean' } } as const
    return { ...parseArgs({ args: [...args], options }).values }
  } catch {
    throw new CannotMove(usage)
  }
}

export function engineNamed(name: string | undefined, usage: string): Engine {
  const engine = engines.find((known) => known === name)
  if (!engine) throw new CannotMove(usage)
  return engine
}

/** Runs a command to its end: what goes wrong is one sentence and exit code 1. */
export async function run(command: () => Promise<void>): Promise<void> {
  try {
    await command()
  } catch (error) {
    console.error(error instanceof CannotMove ? error.message : error)
    process.exitCode = 1
  }
}
