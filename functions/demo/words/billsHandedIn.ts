type HandedIn = {
  /** the first part of the id of whoever handed it in */
  by: 'clerk' | 'keeper' | 'collective'
  purpose: string
  payee: string
  /** in fen */
  amount: number
  category: string
  account: 'village' | 'collective'
}

const handedIn = (
  purpose: string,
  payee: string,
  yuan: number,
  category: string,
  by: HandedIn['by'] = 'clerk',
  account: HandedIn['account'] = 'village',
): HandedIn => ({ by, purpose, payee, amount: Math.round(yuan * 100), category, account })

/** What a village pays in an ordinary month; shops and firms are invented. */
export const billsHandedIn = {
  lampParts: handedIn('路灯控制器和灯头', '石湾电料行', 3_280, '路灯和村道维修'),
  cleaning: handedIn('上月保洁和垃圾清运', '石湾环卫服务部', 6_500, '保洁和垃圾清运'),
  stationery: handedIn('打印纸、墨盒、档案盒', '石湾文具店', 864.5, '办公水电', 'keeper'),
  canteen: handedIn('老年食堂粮油', '石湾粮油店', 4_020, '老年食堂补助', 'keeper'),
  patrol: handedIn('防汛沙袋和雨衣', '石湾五金店', 2_160, '巡防和防汛'),
  water: handedIn('村委会水电费', '石湾供电供水所', 1_238.6, '办公水电'),
  gravel: handedIn('二组到五组机耕路填碎石，第一次', '石湾砂石场', 49_600, '路灯和村道维修'),
  gravelAgain: handedIn('二组到五组机耕路填碎石，第二次', '石湾砂石场', 48_800, '路灯和村道维修'),
  chairs: handedIn('说事室椅子12把', '石湾家具店', 2_640, '其他支出', 'keeper'),
  pumpPower: handedIn('集体泵站电费', '石湾供电供水所', 3_115.2, '水渠和泵站管护', 'collective', 'collective'),
  screen: handedIn('公开栏玻璃和锁', '石湾玻璃店', 1_780, '其他支出'),
  hedges: handedIn('村口绿化补种', '石湾苗圃', 5_400, '绿化养护'),
  rubbish: handedIn('清运建筑垃圾6车', '石湾运输队', 3_900, '保洁和垃圾清运'),
  visits: handedIn('慰问困难户米油', '石湾粮油店', 7_200, '慰问困难户', 'keeper'),
  tea: handedIn('会议茶水', '石湾小超市', 386, '会议和培训', 'keeper'),
} as const satisfies Record<string, HandedIn>
