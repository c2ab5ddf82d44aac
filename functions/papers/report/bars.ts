import { html } from 'hono/html'

/** One bar: the words under it, how high it is, and the number as it is written; nothing was kept where there is no value. */
export type Bar = { label: string; value?: number; says?: string }

const [width, height, top, foot] = [270, 66, 13, 12]

/** Bars over time from zero, the last one dark; the numbers of the first, the highest and the last stand above them. */
export const bars = ({ title, note, of, full }: { title: string; note: string; of: readonly Bar[]; full?: number }) => {
  const most = Math.max(1, full ?? 0, ...of.map(({ value = 0 }) => value))
  const step = width / Math.max(1, of.length)
  const highest = of.findIndex(
    ({ value }) => value !== undefined && value === Math.max(...of.map((b) => b.value ?? -1)),
  )
  const told = tellable(of, [of.length - 1, highest, 0])
  const room = height - top - foot
  const bar = ({ value, says }: Bar, i: number) => {
    const x = i * step + step * 0.16
    if (value === undefined) return html`<text x="${x + step * 0.34}" y="${height - foot - 3}" class="mid">·</text>`
    const high = Math.max(value > 0 ? 1.2 : 0, (value / most) * room)
    return html`<rect x="${x.toFixed(1)}" y="${(height - foot - high).toFixed(1)}" width="${(step * 0.68).toFixed(1)}" height="${high.toFixed(1)}" class="${i === of.length - 1 ? 'last' : ''}"/>${
      told.has(i)
        ? html`<text x="${i === of.length - 1 ? width : (x + step * 0.34).toFixed(1)}" y="${(height - foot - high - 3).toFixed(1)}" class="${i === of.length - 1 ? 'num right' : 'num mid'}">${says ?? value}</text>`
        : ''
    }`
  }
  return html`<figure><figcaption><b>${title}</b><span>${note}</span></figcaption>
<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}：${of.map((b) => `${b.label}${b.says ?? b.value ?? '没有记录'}`).join('，')}">
${of.map(bar)}<path d="M0 ${height - foot}H${width}" class="axis"/>
<text x="0" y="${height - 2}">${of[0]?.label ?? ''}</text><text x="${width}" y="${height - 2}" text-anchor="end">${of.at(-1)?.label ?? ''}</text></svg></figure>`
}

/** Which bars have their number written above them, so that no two numbers touch. */
const tellable = (of: readonly Bar[], wanted: readonly number[]): ReadonlySet<number> => {
  const told: number[] = []
  for (const i of wanted) if (of[i]?.value !== undefined && told.every((t) => Math.abs(t - i) > 1)) told.push(i)
  return new Set(told)
}
