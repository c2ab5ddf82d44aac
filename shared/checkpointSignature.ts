import { ed25519 } from '@noble/curves/ed25519.js'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { type Checkpoint, checkpointText, type Signed } from './checkpoint'
import { utf8 } from './engine/chain'

/** Signs a checkpoint with an Ed25519 seed of 32 bytes. */
export const signCheckpoint = (checkpoint: Checkpoint, seed: Uint8Array): Signed => ({
  checkpoint,
  key: publicKeyOf(seed),
  signature: bytesToHex(ed25519.sign(utf8(checkpointText(checkpoint)), seed)),
})

/** The public key of a seed, hex. */
export const publicKeyOf = (seed: Uint8Array): string => bytesToHex(ed25519.getPublicKey(seed))

/** Whether the signature is that key's over this checkpoint. False also for what isn't a key or a signature at all. */
export const isSigned = ({ checkpoint, key, signature }: Signed): boolean => {
  try {
    // the strict rules of RFC 8032: one signature can't be said in two ways
    return ed25519.verify(hexToBytes(signature), utf8(checkpointText(checkpoint)), hexToBytes(key), { zip215: false })
  } catch {
    return false
  }
}
