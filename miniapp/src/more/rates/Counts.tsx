import type { RatesView } from '@shared/schemas/requestViews'
import { View } from '@tarojs/components'
import { aria } from '../../components/aria'
import { Empty } from '../../components/Blank'
import { Card } from '../../components/Card'
import { Note } from '../../components/Chip'
import { Unit } from '../../components/Ledger'
import { type Line, sessionWords, sumsOf } from './sums'

/** The counts: a sum to be checked, then the same as bars on one scale. */
export function Counts({ view, isThisYear }: { view: RatesView; isThisYear: boolean }) {
  const { rated, unrated, closed } = sumsOf(view)
  const { silent } = view.outcomes
  const most = Math.max(1, ...[...rated, ...unrated].map(({ count }) => count))
  return (
    <>
      {closed === 0 ? (
        <Empty
          title={`${view.year}年还没有办结的事`}
          says="办结以后，满意几件、不满意几件、没评几件，都在这里数得清。"
        />
      ) : (
        <>
          <Card title={`${view.year}年办结的`}>
            <View className="mw-ledger">
              {[...rated, ...unrated].map(({ key, words, count }, i) => (
                <View key={key} className="mw-ledger-row">
                  <View className="mw-ledger-term">
                    <View className="mw-ledger-sign">{i > 0 ? '＋' : ''}</View>
                    {words}
                  </View>
                  <View className="mw-ledger-sum">{count}</View>
                </View>
              ))}
              <View className="mw-wenwu" />
              <View className="mw-ledger-row total">
                <View className="mw-ledger-term">一共办结</View>
                <View className="mw-ledger-sum">
                  {closed}
                  <Unit>件</Unit>
                </View>
              </View>
            </View>
          </Card>
          <Card title="说事的人怎么评">
            <Bars rows={rated} most={most} />
            {silent > 0 && (
              <View className="rates-silent">
                <Note tone="hui">{`还有${silent}件办了没有评。没评不算满意，也不算不满意。`}</Note>
              </View>
            )}
          </Card>
          {unrated.length > 0 && (
            <Card title="没有评的">
              <Bars rows={unrated} most={most} />
            </Card>
          )}
        </>
      )}
      <Card title="说事日">{sessionWords(view.sessions)}</Card>
      {isThisYear && (
        <Card title="现在还在办的">
          {view.open > 0 ? `${view.open}件，走到哪一步在“说事”里看。` : '都办结了，没有在等的。'}
        </Card>
      )}
    </>
  )
}

/** Each with its number first, the bar under it. */
function Bars({ rows, most }: { rows: readonly Line[]; most: number }) {
  return (
    <View {...aria({ role: 'list' })}>
      {rows.map(({ key, words, count }) => (
        <View key={key} className="mw-bar" {...aria({ role: 'listitem', label: `${words}${count}件` })}>
          <View className="mw-bar-line">
            <View>{words}</View>
            <View className="mw-bar-sum">{count}件</View>
          </View>
          <View className="mw-track">
            <View className="mw-track-fill rates-fill" style={`width:${((count / most) * 100).toFixed(1)}%`} />
          </View>
        </View>
      ))}
    </View>
  )
}
