import { maskName } from '@shared/personalData'
import { describe, expect, it } from 'vitest'

const masked = (name: string, as: string) => it(`${name} is shown as ${as}`, () => expect(maskName(name)).toBe(as))
const stays = (name: string) => it(`“${name}” stays`, () => expect(maskName(name)).toBe(name))

describe('of a name the surname stays', () => {
  masked('张三', '张**')
  masked('张建国', '张**')
  masked('欧阳小芬', '欧阳**')
  masked('诸葛明', '诸葛**')
  masked('欧阳', '欧**')
  masked('买买提·艾力', '买**')
  masked('John', 'J**')
  masked('张　三', '张**')
  masked('张三、李建国', '张**、李**')
  masked('张三（户主）', '张**（户主）')
  masked('张三等5人', '张**等5人')
  masked('王爱社', '王**')
  masked('李建村', '李**')
  masked('李建国户', '李**')
  masked('张小明组', '张**')
})

describe('what names nobody stays whole', () => {
  for (const name of ['', '张**', '张某某', '全体村民', '村民代表28人', '东溪村3组', '第3组', '低保户']) stays(name)
  for (const name of ['象山某建设有限公司', '石浦镇卫生院', '象山农商银行', '东溪村', '王家村', '石浦镇', '供销社'])
    stays(name)
  for (const name of [
    '东溪村股份经济合作社',
    '东溪小学',
    '派出所',
    '加油站',
    '财政局',
    '文化馆',
    '红旗五金店',
    '老年协会',
  ])
    stays(name)
  for (const name of ['东海机械厂', '民兵巡防队', '人民武装部', '便民服务中心', '慈善基金会', '村民委员会']) stays(name)
})

it('masking twice is masking once', () => {
  for (const name of ['张三', '欧阳小芬', '买买提·艾力', '张三、李建国', '张三（户主）', '张三等5人'])
    expect(maskName(maskName(name))).toBe(maskName(name))
})
