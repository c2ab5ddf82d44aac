/** WeChat's data path: 'root.cn.[0].cn[3].v' names root → cn → 0 → cn → 3 → v. */
export function dataPath(path: string): (string | number)[] {
  return [...path.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map((part) => (part[1] === undefined ? part[0] : Number(part[1])))
}

type Branch = Record<string | number, unknown>

/** Puts a value at a data path, making the objects and arrays on the way as WeChat does. */
export function assign(target: object, path: string, value: unknown): void {
  const keys = dataPath(path)
  const last = keys.pop()
  if (last === undefined) return
  let branch = target as Branch
  keys.forEach((key, i) => {
    const below = branch[key]
    if (below === null || typeof below !== 'object') branch[key] = typeof (keys[i + 1] ?? last) === 'number' ? [] : {}
    branch = branch[key] as Branch
  })
  branch[last] = value
}
