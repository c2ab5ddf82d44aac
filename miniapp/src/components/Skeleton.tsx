import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { aria } from './aria'

export type SkeletonProps = {
  /** board: leaf, figures, rows · list: rows · detail: heading and two cards · lines: inside a card */
  kind: 'board' | 'list' | 'detail' | 'lines'
  /** 正在打开公开栏 */
  label: string
  /** After eight seconds: time for the error page. */
  onTooLong?: () => void
}

/** Same heights as what comes; appears after 300 ms, so that a quick answer doesn't flicker. */
export function Skeleton({ kind, label, onTooLong }: SkeletonProps) {
  const [shown, setShown] = useState(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time runs from the first drawing
  useEffect(() => {
    const soon = setTimeout(() => setShown(true), 300)
    const late = setTimeout(() => onTooLong?.(), 8000)
    return () => {
      clearTimeout(soon)
      clearTimeout(late)
    }
  }, [])
  return (
    <>
      <View className="mw-vh" {...aria({ role: 'status' })}>
        {label}
      </View>
      {shown && shapes[kind]}
    </>
  )
}

const bone = (width: string, height = 16, above = 0) => (
  <View className="mw-sk" style={`width:${width};height:${height}px;margin-top:${above}px`} />
)

const rows = (
  <View className="mw-card flush">
    {[88, 62, 74, 58].map((width) => (
      <View key={width} className="mw-sk-row">
        {bone('46px', 46)}
        <View>
          {bone(`${width}%`, 20)}
          <View className="mw-sk-line">
            {bone('112px', 26)}
            {bone('70px', 26)}
          </View>
        </View>
      </View>
    ))}
  </View>
)

const paragraph = (
  <View className="mw-card">
    {bone('46%', 22)}
    {bone('100%', 16, 18)}
    {bone('92%', 16, 12)}
    {bone('70%', 16, 12)}
  </View>
)

const shapes = {
  board: (
    <>
      <View className="mw-card">
        <View style="display:flex">
          {bone('70px', 85)}
          <View style="flex:1;padding:6px 0 0 16px">
            {bone('70%', 22)}
            {bone('88%', 16, 12)}
            {bone('60%', 16, 10)}
          </View>
        </View>
        {bone('100%', 52, 14)}
      </View>
      <View className="mw-card">
        {bone('46%', 22)}
        <View className="mw-sk-line">
          {bone('33%', 40)}
          {bone('33%', 40)}
          {bone('33%', 40)}
        </View>
      </View>
      {rows}
    </>
  ),
  list: rows,
  lines: [88, 62, 74].map((width) => <View key={width}>{bone(`${width}%`, 20, 14)}</View>),
  detail: (
    <>
      <View>
        {bone('128px', 28)}
        {bone('80%', 28, 16)}
        {bone('60%', 16, 14)}
      </View>
      {paragraph}
      {paragraph}
    </>
  ),
}
