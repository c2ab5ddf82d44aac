import { findPersonalData, maskPersonalData, type PersonalKind } from '@shared/personalData'
import { describe, expect, it } from 'vitest'

const kindsIn = (text: string) => findPersonalData(text).map((found) => found.kind)
const finds = (kind: PersonalKind, text: string) => it(text, () => expect(kindsIn(text)).toEqual([kind]))
const findsNothing = (text: string) => it(text, () => expect(findPersonalData(text)).toEqual([]))

describe('an ID number is one if region, birthday and check digit fit', () => {
  finds('idNumber', '身份证330225196805121232')
  finds('idNumber', '身份证11010519491231002X')
  finds('idNumber', '订单号330225196805121232')
  finds('idNumber', '生于2000年的闰日330225200002291237')
  finds('idNumber', '老证330225680512123')
  finds('idNumber', '残疾证33022519680512123244')
  describe('and not with', () => {
    for (const [what, number] of [
      ['a wrong check digit', '330225196805121233'],
      ['an X for another check digit', '33022519680512123X'],
      ['month 13', '330225196813121232'],
      ['29 February of a year that has none', '330225199902291237'],
      ['a region that does not exist', '000225196805121236'],
      ['a digit more', '3302251968051212321'],
      ['a digit before', '1330225196805121232'],
      ['15 digits and month 13', '330225681312123'],
      ['15 digits and day 32', '330225680532123'],
      ['15 digits and a birth before 1920, as the codes of groups look', '330225100205001'],
    ])
      it(`${what}: ${number}`, () => expect(findPersonalData(`号码${number}。`)).toEqual([]))
  })
  it('15 digits called a number of something else', () => expect(kindsIn('凭证号330225680512123')).toEqual([]))
})

describe('a card number is one if its beginning, length and check digit fit', () => {
  finds('bankCard', '卡号6228480402564890018')
  finds('bankCard', '6228 4804 0256 4890 018')
  finds('bankCard', '4111111111111111')
  findsNothing('卡号6228480402564890019')
  findsNothing('订单号4111111111111111')
  findsNothing('6228480402564')
  it('four sums in a row are a list, and a card only if called one', () => {
    expect(kindsIn('4500 1200 3000 2607')).toEqual([])
    expect(kindsIn('信用卡4500 1200 3000 2607')).toEqual(['bankCard'])
  })
})

describe('a phone number', () => {
  finds('mobile', '13812345678')
  finds('mobile', '坏了3 13812345678')
  finds('mobile', '2026-05-08-13812345678.jpg')
  findsNothing('12812345678')
  findsNothing('138123456789')
  findsNothing('1381234567')
  findsNothing('凭证号13812345678')
  findsNothing('PZ13812345678')
  findsNothing('¥13812345678')
  findsNothing('13812345678元')
  findsNothing('13812345678.50')
  findsNothing('138****5678')
  finds('landline', '0574-65712345')
  finds('landline', '村委会值班电话：（0574）65712345')
  finds('landline', '座机65712345')
  findsNothing('65712345')
  findsNothing('0574-15712345')
  findsNothing('0574-657123456')
  findsNothing('0512-20260508')
  findsNothing('热线12345，火警119，客服400-820-8820')
})

describe('an address leads to a door', () => {
  finds('address', '东溪村3组12号301室')
  finds('address', '金海小区5幢2单元501室')
  finds('address', '家住东溪村3组12号')
  findsNothing('东溪村3组')
  findsNothing('东溪村3组12号')
  findsNothing('东溪村村委会3楼会议室')
  findsNothing('政务服务中心3号楼301室')
  findsNothing('5号楼36户')
  findsNothing('住到5月12号')
})

describe('what someone suffers from', () => {
  finds('health', '患肝癌')
  finds('health', '二级残疾')
  finds('health', '精神分裂症')
  finds('health', 'HIV阳性')
  findsNothing('残疾人两项补贴')
  findsNothing('医疗救助')
  findsNothing('防疫、体检、残疾人之家')
  findsNothing('乳腺癌免费筛查')
  findsNothing('二级残疾每人每月125元')
  findsNothing('台风中风力十级，交通瘫痪')
  it('a person makes it personal, whatever it is paid from', () => {
    expect(kindsIn('因肝癌医疗救助5000元')).toEqual(['health'])
    expect(kindsIn('身患糖尿病免费领药')).toEqual(['health'])
  })
})

describe('emails', () => {
  finds('email', 'li_si@163.com')
  finds('email', '13812345678@139.com')
  findsNothing('@所有人 明天打扫')
  findsNothing('a@b')
})

describe('a masked text', () => {
  it.each([
    ['身份证330225196805121232', '身份证330*************32'],
    ['身份证３３０２２５　１９６８０５１２　１２３２', '身份证330*************32'],
    ['身份证11010519491231002x', '身份证110*************2x'],
    ['老证330225680512123', '老证330**********23'],
    ['残疾证33022519680512123244', '残疾证330*****************'],
    ['卡6228480402564890018，收好', '卡〔已遮住〕，收好'],
    ['电话+86 138 1234 5678', '电话138****5678'],
    ['电话１３８１２３４５６７８', '电话138****5678'],
    ['电话（0574）65712345转801', '电话(0574)****'],
    ['座机65712345', '座机****'],
    ['住石浦镇东溪村3组12号301室', '住石浦镇东溪村3组〔已遮住〕'],
    ['现住址：振兴路9弄3号402室', '现住址：〔已遮住〕'],
    ['邮箱li_si@163.com', '邮箱〔已遮住〕'],
    ['张**患肝癌，救助2000元', '张**患〔已遮住〕，救助2000元'],
    ['水费120.00元', '水费120.00元'],
    ['', ''],
  ])('%s', (text, masked) => expect(maskPersonalData(text)).toBe(masked))
})
