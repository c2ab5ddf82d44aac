import { fingerprint, type Signed } from '@shared/checkpoint'
import { verifyConsistency } from '@shared/merkle'
import type { LatestView, ProofView } from '@shared/schemas/chainViews'
import type { CaseView } from '@shared/schemas/views'
import { codeOf } from '@shared/seenCheckpoint'
import { verifyCase } from '@shared/verifyCase'
import { verifyProof } from '@shared/verifyProof'
import type { Seen } from '../../api/seenCheckpoint'
import { today } from '../../api/today'
import { dayOf, monthDay } from '../../words'
import { signatureOf } from './signature'

/** One step of 核验. `open`: it couldn't be looked at, and why. */
export type Check = { title: string; is: 'good' | 'bad' | 'open'; says: string }

export const nameOf = ({ checkpoint: { no, at } }: Signed): string =>
  `第${no}号总账（${monthDay(dayOf(at), today())}封的）`

/** The log of a case by itself. */
export const checkLog = (view: CaseView): Check => {
  const faults = verifyCase(view)
  return {
    title: faults.length ? '台账自己对不上' : '台账自己对得上',
    is: faults.length ? 'bad' : 'good',
    says: faults.length
      ? `有${faults.length}处对不上，头一处在第${faults[0].no}条。`
      : `${view.log.length}条记录一条扣一条，您看得见的每一项都和当时记下的一样。`,
  }
}

/** The case in the list of its village. */
export const checkPlace = (view: CaseView, proof: ProofView): Check => {
  const title = '在村里的总账里'
  if (!proof.leaf || !proof.signed) return { title, is: 'open', says: '还没有封进总账，每天半夜封一次，明天再来核验。' }
  const faults = verifyProof(proof, view)
  const newer = view.log.length - proof.coveredUpTo
  return {
    title: faults.length ? '和村里的总账对不上' : title,
    is: faults.length ? 'bad' : 'good',
    says: faults.includes('log')
      ? `封账时的第${proof.coveredUpTo}条，现在的台账里不是那样了：封账以后改过或者删过。`
      : faults.length
        ? '这件事不在签了名的总账里。'
        : `到第${proof.coveredUpTo}条，封在${nameOf(proof.signed)}里。${newer ? `后来的${newer}条要等下一次封账。` : ''}`,
  }
}

export const checkSignature = (signed: Signed | null): Check => {
  const title = '总账签了名'
  if (!signed) return { title, is: 'open', says: '村里的总账还没有封过。' }
  const is = signatureOf(signed)
  return {
    title: is === 'bad' ? '总账的签名不对' : title,
    is: is === 'unknown' ? 'open' : is,
    says: {
      good: `${nameOf(signed)}，核验码 ${codeOf(signed.checkpoint.root)}。签名的钥匙是 ${fingerprint(signed.key)}。`,
      bad: '这本总账不是用村里的钥匙签的。',
      unknown: '这台手机太旧，算不了签名。可以在电脑上打开网页再核验。',
    }[is],
  }
}

/** The list of today against what this phone saw before. `latest` was asked since the size that it saw. */
export const checkSeen = (seen: Seen | undefined, { signed, consistency }: LatestView): Check => {
  const title = '和这台手机上次看到的接得上'
  if (!seen || !signed) return { title, is: 'open', says: '这台手机头一次看这个村的总账，已经记下，下次来就能比。' }
  const { size, root, no } = signed.checkpoint
  const goesOn = verifyConsistency({ first: seen, second: { size, root }, path: consistency?.path ?? [] })
  const is = goesOn && no >= seen.no && !seen.against ? 'good' : 'bad'
  return {
    title: is === 'bad' ? '和这台手机上次看到的接不上' : title,
    is,
    says:
      is === 'good' && no === seen.no
        ? `还是上次看到的第${no}号、${size}条，一个字没变。`
        : is === 'good'
          ? `上次是第${seen.no}号、${seen.size}条，现在是第${no}号、${size}条：只添过，没有改过、删过。`
          : `上次看到第${seen.no}号、${seen.size}条（核验码 ${codeOf(seen.root)}），${seen.against ? `后来给的却是第${seen.against.no}号、${seen.against.size}条（核验码 ${codeOf(seen.against.root)}）` : `现在是第${no}号、${size}条`}：账被退回去过，或者换过。`,
  }
}
