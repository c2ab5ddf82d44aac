import { Card } from '../../components/Card'
import { Row } from '../../components/Row'
import { routes } from '../../routes'
import { go } from '../../screen/go'

/** What else there is to read about 说事, at the foot of the page. */
export function Ways() {
  return (
    <Card flush>
      <Row
        icon="search"
        title="村里以前怎么办的"
        detail="先找找，您的事可能有人说过"
        onPress={() => go(routes.answers())}
      />
      <Row icon="checkc" title="说事办得怎么样" detail="今年说了几件，办好几件" onPress={() => go(routes.rates())} />
      <Row
        icon="cal"
        title="说事日安排"
        detail="往后一年，哪天、在哪里、谁值班"
        onPress={() => go(routes.sessionDays())}
      />
    </Card>
  )
}
