// Known weaknesses of what runs in production, where the registry tells them. Run by `npm run audit`.
import { spawnSync } from 'node:child_process'

type Told = {
  metadata?: { vulnerabilities?: Record<string, number> }
  vulnerabilities?: Record<string, { severity: string; range?: string }>
}

const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
})
let told: Told = {}
try {
  told = JSON.parse(stdout) as Told
} catch {
  // it fell silent: that is no answer
}
const counted = told.metadata?.vulnerabilities
if (!counted)
  console.log('audit: the registry tells no weaknesses here; nothing was checked. Run `npm run audit` where it does.')
else {
  const grave = Object.entries(told.vulnerabilities ?? {}).filter(([, { severity }]) =>
    /^(high|critical)$/.test(severity),
  )
  for (const [name, { severity, range }] of grave)
    console.error(`audit: ${name} ${range ?? ''} is of ${severity} severity`)
  console.log(`audit: ${grave.length} grave weaknesses, ${counted.total ?? 0} in all`)
  process.exitCode = grave.length > 0 ? 1 : 0
}
