const fonts = `:root{--sans:"PingFang SC","HarmonyOS Sans SC","Noto Sans CJK SC","Noto Sans SC","Source Han Sans SC","Microsoft YaHei",sans-serif;
--serif:"Songti SC","Noto Serif CJK SC","Noto Serif SC","Source Han Serif SC","STZhongsong","SimSun",serif}`

/** What every paper looks like, whatever its size. */
export const sharedCss = `${fonts}
*,*::before,*::after{box-sizing:border-box;margin:0;padding:0}
html{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{font-family:var(--sans);color:#000;background:#fff;font-variant-numeric:tabular-nums;line-break:strict;overflow-wrap:anywhere}
i{font-style:normal}ul,ol{list-style:none}
h1,h2,h3{font-family:var(--serif);text-wrap:balance}
.k{display:flex;justify-content:space-between;align-items:flex-end;gap:2em;font-weight:700}.k span:last-child{font-weight:400;white-space:nowrap}
.wenwu{border-top:4.5px solid #000;border-bottom:1.5px solid #000;height:8px}
.led{display:flex;border:2px solid #000;border-bottom:0;text-align:center}.led:last-of-type{border-bottom:2px solid #000}
.led:has(+.big){border-bottom:0}
.led div{flex:1;border-left:1px solid #000}.led div:first-child{border-left:0}.led dd{font-weight:700}
.big{border:2px solid #000;display:flex;align-items:center;justify-content:space-between}
.big dt{font-family:var(--serif);font-weight:700}.big dd{font-weight:700}.big small{font-weight:400}
.led dd,.big dd,.t2 b{white-space:nowrap}
.t2{display:grid;grid-template-columns:1fr 1fr}
.t2 h2{border-bottom:2px solid #000;display:flex;justify-content:space-between;align-items:baseline}
.t2 h2 b{font-family:var(--sans)}
.t2 li{display:grid;grid-template-columns:1fr auto;column-gap:.8em;break-inside:avoid}
.t2 .bar{grid-column:1/-1;background:#eaeaea;display:block}.t2 .bar i{display:block;height:100%}
.in .bar i{background:#333}.out .bar i{background:#fff;overflow:hidden}.out .bar svg{display:block}
.seals{display:flex;flex-wrap:wrap;gap:10px}
.seal .plate{fill:#c0371f}.seal text{fill:#fff;font:700 50px var(--serif);text-anchor:middle}
.seal:nth-child(odd){transform:rotate(-2deg)}.seal:nth-child(even){transform:rotate(3deg)}
.code{font:700 .92em ui-monospace,"Roboto Mono","Noto Sans Mono CJK SC",monospace;letter-spacing:.04em;white-space:nowrap}
.pre{white-space:pre-wrap}`

/** A page for a binder and a wall: A4 upright, or A3 across for long accounts. Screens show it on grey, as paper. */
export const pageCss = (size: 'A4' | 'A3') => `${sharedCss}
@page{size:${size === 'A3' ? 'A3 landscape' : 'A4 portrait'};margin:15mm 15mm 17mm;
@bottom-center{content:"第" counter(page) "页，共" counter(pages) "页";font:${size === 'A3' ? '11pt' : '9.5pt'} "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}}
body{font-size:${size === 'A3' ? '14pt' : '11pt'};line-height:1.6}
.k{padding-bottom:2mm}
h1{font-size:${size === 'A3' ? '32pt' : '24pt'};line-height:1.35;text-align:center;margin-top:5mm;letter-spacing:.03em}
.sub{text-align:center;margin:1.5mm 0 5mm}
.mark{border:2px solid #000;padding:2mm 4mm;margin:0 0 4mm;font-weight:700;text-align:center}
.led div{padding:2mm}.led dd{font-size:1.25em;line-height:1.4}
.big{padding:1.5mm 5mm}.big dt{font-size:1.15em}.big dd{font-size:1.7em;line-height:1.4}.big small{font-size:.6em;margin-left:1mm}
.sums{break-inside:avoid}
.t2{gap:9mm;margin-top:4mm}.t2 h2{font-size:1.15em;padding-bottom:1mm}.t2 li{padding-top:1.2mm}.t2 .bar{height:2mm}
section.part{margin-top:5mm}
section.part>h2{font-size:1.25em;line-height:1.5;break-after:avoid}
table.list{width:100%;border-collapse:collapse;font-size:${size === 'A3' ? '12.5pt' : '9.5pt'};line-height:1.4;margin-top:2mm;border-bottom:1.5px solid #000}
.list thead{display:table-header-group}
.list tr{break-inside:avoid}.list .sum{break-before:avoid}
.list th{border-top:2px solid #000;border-bottom:1.5px solid #000;padding:1.4mm ${size === 'A3' ? '2.4mm' : '1.3mm'};text-align:left;font-weight:700;white-space:nowrap}
.list td{border-bottom:.5px solid #777;padding:1.1mm ${size === 'A3' ? '2.4mm' : '1.3mm'};vertical-align:top}
.list .money{text-align:right;white-space:nowrap;overflow-wrap:normal}
.list .no{text-align:right;white-space:nowrap;width:1%}
.list .short{white-space:nowrap;width:1%}
.list small{font-size:.92em;color:#222;white-space:nowrap}
.list .sum td{border-top:1.5px solid #000;border-bottom:0;font-weight:700;white-space:nowrap}
.told{display:grid;grid-template-columns:${size === 'A3' ? 'max-content 1fr max-content 1fr' : 'max-content 1fr'};gap:1mm 5mm;margin-top:1.5mm}.told dt{font-weight:700}
.foot{break-inside:avoid;margin-top:7mm;padding-top:4mm;border-top:1.5px solid #000;display:grid;grid-template-columns:34mm 1fr auto;gap:6mm;align-items:center}
.foot .qr{width:34mm;height:34mm}.foot h3{font-size:1.2em}.foot p{margin-top:.6mm;font-size:.95em}
.foot .seal{width:20mm;height:20mm}
.seals{max-width:46mm;justify-content:flex-end}
.end{break-inside:avoid;break-before:avoid;display:flex;justify-content:space-between;gap:2em;margin-top:3mm;font-size:.9em}
.end span:last-child{white-space:nowrap}
@media screen{html{background:#ddd}body{max-width:${size === 'A3' ? '420mm' : '210mm'};margin:8mm auto;padding:15mm;background:#fff;box-shadow:0 1px 6px #0004}}`

/** One upright A4 sheet to be read from a metre and a half away. */
export const posterCss = `${sharedCss}
@page{size:A4 portrait;margin:0}
body{font-size:21px}
.a4{width:794px;height:1122px;padding:50px 56px 40px;display:flex;flex-direction:column;overflow:hidden;background:#fff;margin:0 auto}
.k{font-size:19px;line-height:26px;padding-bottom:12px}
h1{font-size:50px;line-height:66px;text-align:center;margin-top:24px;letter-spacing:.03em}
h1.long{font-size:42px;line-height:56px}h1.longest{font-size:34px;line-height:46px}
.sub{text-align:center;font-size:20px;line-height:30px;margin:6px 0 20px}
.led div{padding:12px 6px 13px}.led dt{font-size:20px;line-height:28px}.led dd{font-size:29px;line-height:38px;letter-spacing:-.01em}
.big{padding:10px 26px}.big dt{font-size:26px;line-height:40px}.big dd{font-size:46px;line-height:60px;letter-spacing:-.01em}.big small{font-size:24px;margin-left:6px}
.t2{gap:38px;margin-top:24px}
.t2 h2{font-size:25px;line-height:36px;padding-bottom:5px}.t2 h2 b{font-size:22px}
.t2 li{font-size:21px;line-height:30px;padding-top:11px}.t2 .bar{height:11px;margin-top:4px}
.words{min-height:0;overflow:hidden;display:flex;flex-direction:column;gap:18px;margin-bottom:18px}
.words h2{font-size:25px;line-height:36px;border-bottom:2px solid #000;padding-bottom:5px;margin-bottom:10px}
.words p{font-size:26px;line-height:44px;display:-webkit-box;-webkit-box-orient:vertical;overflow:hidden;white-space:pre-wrap}
.words p.text{font-size:23px;line-height:39px}
.after .words{margin-top:22px;margin-bottom:0}.after .words p{font-size:22px;line-height:34px}
.foot{margin-top:auto;display:grid;grid-template-columns:150px 1fr auto;gap:26px;align-items:center;padding-top:18px;border-top:1.5px solid #000;flex:none}
.foot .qr{width:150px;height:150px}
.foot h3{font-size:23px;line-height:33px}.foot p{font-size:21px;line-height:31px;margin-top:3px}
.foot .seal{width:84px;height:84px}.seals{flex-wrap:nowrap}
.end{display:flex;justify-content:space-between;font-size:16px;line-height:24px;margin-top:14px;flex:none}
@media screen{html{background:#ddd}.a4{margin:20px auto;box-shadow:0 1px 6px #0004}}`
