import type { ReactNode } from 'react'
import type { Refused } from '../api/client'
import { ErrorState } from '../components/Blank'
import { Skeleton, type SkeletonProps } from '../components/Skeleton'
import { dial } from '../platform/phone'

export type LoadedProps<T> = {
  of: { answer?: T; refused?: Refused; reload: () => Promise<void> }
  kind: SkeletonProps['kind']
  /** 正在打开公开栏 */
  label: string
  /** 村里电话 */
  phone?: string
  children: (answer: T) => ReactNode
}

/** What was asked for; until then its skeleton, and if it doesn't come, why and what to do. */
export function Loaded<T>({ of, kind, label, phone, children }: LoadedProps<T>) {
  if (of.answer !== undefined) return <>{children(of.answer)}</>
  if (!of.refused) return <Skeleton kind={kind} label={label} />
  const { refusal, says, detail } = of.refused
  return (
    <ErrorState
      title={refusal === 'offline' ? '没有连上网络' : refusal === 'notFound' ? '没有找到' : '这一页没打开'}
      says={says}
      onRetry={() => void of.reload()}
      {...(phone && { phone, onCall: () => dial(phone) })}
      {...(typeof detail?.number === 'string' && { code: detail.number })}
    />
  )
}
