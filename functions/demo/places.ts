import { dayInChina } from '@shared/calendar'
import { addDays } from '@shared/engine/deadline'
import type { TownshipPlace, VillagePlace } from '@shared/schemas/person'

type Row = readonly [id: string, name: string, cluster: string, households: number, days: readonly number[]]

const rows: readonly Row[] = [
  ['dongxi', '东溪村', 'shanpian', 412, [10, 20]],
  ['shatang', '沙塘村', 'haipian', 365, [10, 20]],
  ['jiaotou', '礁头村', 'haipian', 508, [10, 20]],
  ['beiao', '北岙村', 'haipian', 286, [10, 20]],
  ['yancheng', '盐埕村', 'haipian', 331, [10, 20]],
  ['qiaowei', '桥尾村', 'shanpian', 274, [10, 20]],
  ['shijing', '石井村', 'shanpian', 198, [8, 20]],
  ['zhukeng', '竹坑村', 'shanpian', 223, [10, 25]],
  ['guantian', '官田村', 'shanpian', 356, [10, 20]],
  ['xialin', '下林村', 'shanpian', 301, [10, 20]],
  ['bailu', '白鹭村', 'haipian', 247, [10, 20]],
  ['houshan', '后山村', 'shanpian', 189, [10, 20]],
]

const village = ([id, name, cluster, households, days]: Row, i: number): VillagePlace => ({
  ...{ id, name, cluster, households },
  phone: `0000-6012 00${String(10 + i)}`,
  session: {
    days,
    startsAt: '08:30',
    place: '村委会一楼说事室',
    cutOff: { daysBefore: 1, at: '18:00' },
    movesOffHolidays: true,
  },
})

/** 石湾镇: an invented township of twelve villages in two clusters. Telephone numbers can't be dialled. */
export const places: TownshipPlace = {
  id: 'shiwan',
  name: '石湾镇',
  county: 'demo-county',
  clusters: [
    { id: 'haipian', name: '海片' },
    { id: 'shanpian', name: '山片' },
  ],
  villages: rows.map(village),
}

/** How many days ago each village began to disclose here: 东溪村 first, the others one after the other. */
const joined = [110, 82, 95, 64, 77, 58, 90, 52, 71, 86, 55, 60]

/** The township with the first day of each village here, as of an instant. What was due before isn't held against it. */
export const placesAt = (began: number): TownshipPlace => ({
  ...places,
  villages: places.villages.map((v, i) => ({ ...v, since: addDays(dayInChina(began), -joined[i]) })),
})
