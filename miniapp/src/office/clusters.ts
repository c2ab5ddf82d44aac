/** The clusters of a township in the order of their names. */
export const clustersOf = (view: { villages: readonly { cluster: string }[] }): readonly string[] =>
  [...new Set(view.villages.map((v) => v.cluster))].filter(Boolean).sort((a, b) => a.localeCompare(b, 'zh-CN'))
