import { useEffect, useState } from 'react'
import { addressOf, type LocalFile } from '../../platform/localFile'

/** Photos that lie on this phone, with addresses that can be shown. */
export function useAddresses(photos: readonly LocalFile[]): { id: string; src: string }[] {
  const [addresses, setAddresses] = useState<Readonly<Record<string, string>>>({})
  const missing = photos.filter((photo) => !addresses[photo.id])
  const wanted = missing.map((photo) => photo.id).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: only photos without an address are looked up
  useEffect(() => {
    for (const photo of missing)
      void addressOf(photo)
        .then((address) => address && setAddresses((before) => ({ ...before, [photo.id]: address })))
        .catch(() => undefined)
  }, [wanted])
  return photos.map(({ id }) => ({ id, src: addresses[id] ?? '' }))
}
