import type { Rule } from '../engine/workflow'

const organicLaw = (article: string) => `村民委员会组织法（2025）${article}`

/** Rules that more than one workflow rests on, in words that villagers know. */
export const rules = {
  display: {
    says: '公开至少15天，从手机和公开栏较晚贴出的那天算，当天不算',
    source: organicLaw('第三十五条'),
    standing: 'law',
  },
  board: { says: '村里必须设公开栏，手机上的公开不能代替', source: organicLaw('第三十五条'), standing: 'law' },
  supervised: {
    says: '公开以前先由村务监督委员会审核，写的人不能审自己写的',
    source: '浙江省实施办法第三十二条',
    standing: 'law',
  },
  rating: { says: '办完后7天内由说事人评价，没评不算满意', source: '本系统建议；评价环节为当地做法', standing: 'ours' },
} as const satisfies Record<string, Rule>

/** 浙江省实施《村民委员会组织法》办法. */
export const zhejiang = (says: string, article: string): Rule => ({
  says,
  source: `浙江省实施村民委员会组织法办法${article}`,
  standing: 'law',
})
/** 浙江省农村集体资产管理条例. */
export const zhejiangAssets = (says: string, article: string): Rule => ({
  says,
  source: `浙江省农村集体资产管理条例${article}`,
  standing: 'law',
})
/** 农村集体经济组织法. */
export const collectiveLaw = (says: string, article: string): Rule => ({
  says,
  source: `农村集体经济组织法${article}`,
  standing: 'law',
})
export const party = (says: string, source: string): Rule => ({ says, source, standing: 'party' })
export const law = (says: string, article: string): Rule => ({ says, source: organicLaw(article), standing: 'law' })
export const local = (says: string): Rule => ({ says, source: '当地做法', standing: 'local' })
export const ours = (says: string): Rule => ({ says, source: '本系统建议', standing: 'ours' })
