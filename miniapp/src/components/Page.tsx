import { View } from '@tarojs/components'
import { type ReactNode, useContext } from 'react'
import { aria } from './aria'
import { cls } from './cls'
import { Icon } from './Icon'
import { NavBar } from './NavBar'
import { ScreenContext } from './screen'

export type PageProps = {
  /** Title of the bar; or a whole bar in `nav` (HomeBar). */
  title?: string
  onBack?: () => void
  right?: ReactNode
  nav?: ReactNode
  /** Without network: 没有网络。先看今天8:12存下来的。 */
  offline?: string
  /** Buttons of the bottom bar. One of them grows. */
  actions?: ReactNode
  /** One sentence above them: 落印后不能改，只能补充。 */
  hint?: string
  /** The township's list of places, shown at the left of a wide window; makes the page take the whole width. */
  side?: ReactNode
  /** Dialog and Toast. */
  over?: ReactNode
  /** While the first content is on its way. */
  busy?: boolean
  children: ReactNode
}

/** The root of every page: modes, bar, offline strip, content, bottom bar. Direct children stand 16 px apart. */
export function Page({ title, onBack, right, nav, offline, actions, hint, side, over, busy, children }: PageProps) {
  const { elder, dark, scale, strip } = useContext(ScreenContext)
  const modes = cls(
    'mw-root mw-page',
    side ? 'wide' : 'read',
    elder && 'mw-elder',
    dark && 'mw-dark',
    scale > 1.4 && 'mw-large',
  )
  return (
    <View className={modes} style={`--mw-scale:${scale}`} {...aria({ busy })}>
      {side}
      <View className="mw-shell">
        {nav ?? (title !== undefined && <NavBar title={title} onBack={onBack} right={right} />)}
        {strip && (
          <View className="mw-demo" {...aria({ role: 'region', label: '版本' })}>
            {strip}
          </View>
        )}
        {offline && <OfflineStrip words={offline} />}
        <View className="mw-main" {...aria({ role: 'main' })}>
          {children}
        </View>
        {actions && (
          <View className="mw-actions" {...aria({ role: 'region', label: '能办的事' })}>
            <View className="mw-actions-inner">
              {hint && (
                <View className="mw-actions-hint">
                  <Icon name="info" size="s" />
                  <View>{hint}</View>
                </View>
              )}
              <View className="mw-actions-row">{actions}</View>
            </View>
          </View>
        )}
      </View>
      {over}
    </View>
  )
}

/** 没网: ink strip under the bar. Page draws it from `offline`. */
export function OfflineStrip({ words }: { words: string }) {
  return (
    <View className="mw-offline" {...aria({ role: 'status' })}>
      <Icon name="offline" />
      <View>{words}</View>
    </View>
  )
}
