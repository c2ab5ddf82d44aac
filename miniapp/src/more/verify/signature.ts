import type { Signed } from '@shared/checkpoint'

/** Whether a checkpoint is signed by its key; `unknown` on phones that can't work with numbers as large as that. */
export const signatureOf = (signed: Signed): 'good' | 'bad' | 'unknown' => {
  if (typeof BigInt !== 'function') return 'unknown'
  // read only here: without BigInt the library breaks as soon as it is
  const { isSigned } = require('@shared/checkpointSignature') as typeof import('@shared/checkpointSignature')
  return isSigned(signed) ? 'good' : 'bad'
}
