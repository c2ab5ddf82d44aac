#!/usr/bin/env node
// In a clone the verifier runs as it is written; the one file that is handed out is bundled from the same.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

process.env.TSX_TSCONFIG_PATH ??= fileURLToPath(new URL('../../tsconfig.json', import.meta.url))
register()
await import(`${dirname(fileURLToPath(import.meta.url))}/cli.ts`)
