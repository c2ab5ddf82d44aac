// The browser keeps chosen pictures in IndexedDB: its key-value storage is too small for them.

const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('mingwu', 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore('pictures')
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(asked.error)
  })

async function within<T>(mode: IDBTransactionMode, ask: (pictures: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const box = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = ask(box.transaction('pictures', mode).objectStore('pictures'))
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
  } finally {
    box.close()
  }
}

/** Keeps a picture; answers its key. */
export async function keepPicture(picture: Blob): Promise<string> {
  const key = `p${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`
  await within('readwrite', (pictures) => pictures.put(picture, key))
  return key
}

export const pictureOf = (key: string): Promise<Blob | undefined> =>
  within<Blob | undefined>('readonly', (pictures) => pictures.get(key))

export const dropPicture = (key: string): Promise<void> => within('readwrite', (pictures) => pictures.delete(key))
