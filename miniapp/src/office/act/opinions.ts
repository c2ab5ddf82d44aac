/** What an opinion on a review rests on, one line under each choice; the rest say where the case goes with them. */
const grounds: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  sealApproval: {
    agreed: '材料齐，内容和申请的一样',
    returned: '要写清缺什么，申请人会收到',
    refused: '不该盖的章，写明为什么',
  },
  signing: {
    signed: '票据齐，用途和金额对得上',
    returned: '要写清缺什么，报账的人会收到',
    refused: '不该花的钱，写明为什么',
  },
  stamping: { stamped: '和批的一样，盖了登记', returned: '内容、份数和批的不一样，不盖' },
}

export const opinionWords = (form: string, outcome: string): string | undefined => grounds[form]?.[outcome]

const registered: readonly (string | undefined)[] = ['agreed', 'stamped']

/** 落印 of a yes goes on the public register. */
export const onRegister = (form: string, outcome: string | undefined): string | undefined =>
  (form === 'sealApproval' || form === 'stamping') && registered.includes(outcome)
    ? '落印后记进用章台账，全村可查。'
    : undefined
