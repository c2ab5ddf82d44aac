/**
 * What an archive runs of its own: it works every line out again from what stands in the file and says which doesn't fit.
 * Plain JavaScript for any browser of these years; it fetches nothing.
 */
export const checkScript = `(() => {
const data = JSON.parse(document.getElementById('chain').textContent)
const told = document.getElementById('told')
const button = document.getElementById('check')
const files = [...document.querySelectorAll('[data-file]')]
const canonical = (x) =>
  x === null || typeof x !== 'object' ? JSON.stringify(x)
  : Array.isArray(x) ? '[' + x.map(canonical).join(',') + ']'
  : '{' + Object.keys(x).sort().map((k) => JSON.stringify(k) + ':' + canonical(x[k])).join(',') + '}'
const hash = async (bytes) =>
  [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].map((b) => b.toString(16).padStart(2, '0')).join('')
const hashOf = (text) => hash(new TextEncoder().encode(text))
const bytesOf = (file) => {
  const at = file.getAttribute(file.href ? 'href' : 'src')
  return Uint8Array.from(atob(at.slice(at.indexOf(',') + 1)), (c) => c.charCodeAt(0))
}
const faults = async () => {
  const found = []
  let prev = ''
  for (let i = 0; i < data.log.length; i++) {
    const { v, no, at, by, step, outcome, aside, effect, form, prev: before, hash: own, values, salts } = data.log[i]
    const line = '第' + no + '条'
    if (no !== i + 1) found.push(line + '顺序不对，前面少了或者换过位置')
    if (before !== prev) found.push(line + '和前一条接不上')
    const covered = { v, no, at, by, step, ...(outcome && { outcome }), ...(aside && { aside }), effect, form, prev: before }
    if ((await hashOf(canonical(covered))) !== own) found.push(line + '和当时记下的对不上')
    for (const field of Object.keys(values))
      if ((await hashOf((salts[field] || '') + String.fromCharCode(0) + canonical(values[field]))) !== form[field])
        found.push(line + '的“' + (data.labels[field] || field) + '”被换过')
    prev = own
  }
  if (data.log.length !== data.lines || prev !== data.head) found.push('最后一条不是存档那天的最后一条')
  const words = document.getElementById('words').textContent.replace(/\\s/g, '')
  if ((await hashOf(words)) !== data.words) found.push('页面上的字和存档那天的不一样')
  for (const { name, sha256, kept } of data.files.map((f, i) => ({ ...f, name: '附件' + (i + 1) }))) {
    if (!kept) continue
    const file = files.find((f) => '附件' + (Number(f.dataset.file) + 1) === name)
    if (!file) found.push(name + '不见了')
    else if ((await hash(bytesOf(file))) !== sha256) found.push(name + '被换过')
  }
  return found
}
button.addEventListener('click', async () => {
  if (!self.crypto || !crypto.subtle) {
    told.textContent = '这个浏览器不能核验。请把文件存到电脑上，用Chrome或Edge打开。'
    return
  }
  told.textContent = '正在算…'
  const found = await faults().catch(() => ['文件残缺，读不出来'])
  told.className = found.length ? 'bad' : 'good'
  told.textContent = found.length
    ? '有' + found.length + '处对不上：' + found.slice(0, 12).join('；') + (found.length > 12 ? '等' : '') + '。'
    : '这份文件是完整的：' + data.log.length + '条记录前后接得上，每一项内容、页面上的字和附件都对得上。'
})
for (const link of files.filter((f) => f.href))
  link.addEventListener('click', (event) => {
    event.preventDefault()
    const to = document.createElement('a')
    to.href = URL.createObjectURL(new Blob([bytesOf(link)]))
    to.download = link.download
    to.click()
  })
button.disabled = false
})()`
