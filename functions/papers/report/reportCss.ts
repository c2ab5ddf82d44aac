import { pageCss } from '../print/css'

/** One upright A4 sheet: figures, pictures over time, the villages. More than so many villages have its back to themselves. */
export const manyVillages = 20

export const reportCss = `${pageCss('A4')}
@page{margin:12mm 14mm 15mm}
body{font-size:9.5pt;line-height:1.45}
.k{padding-bottom:1.5mm;font-size:10pt}
h1{font-size:21pt;margin-top:2.5mm}.sub{margin:.5mm 0 2.5mm;font-size:9.5pt}
.led dt{font-size:10pt}.led div{padding:1.2mm 2mm}.led dd{font-size:18pt;line-height:1.3}.led dd small{font-size:9pt;font-weight:400;margin-left:.5mm}
.led p{font-size:8.5pt;line-height:1.35}
.two{display:grid;grid-template-columns:1.12fr 1fr;gap:6mm;margin-top:3mm}
h2{font-size:12pt;line-height:1.4;border-bottom:1.5px solid #000;display:flex;justify-content:space-between;align-items:baseline;gap:1em}
h2 span{font:400 8.5pt var(--sans)}
table{width:100%;border-collapse:collapse}
.lines td,.lines th{padding:.72mm 0;border-bottom:.5px solid #999;text-align:right;font-weight:400;line-height:1.3}
.lines td:first-child,.lines th:first-child{text-align:left}.lines td:nth-child(2){font-weight:700}.lines th{font-size:8.5pt}
.lines td{white-space:nowrap}.lines td+td{padding-left:2.5mm}.lines small{font-size:8pt;font-weight:400}
figure{break-inside:avoid}figure+figure{margin-top:1.2mm}
figcaption{display:flex;justify-content:space-between;align-items:baseline}figcaption b{font-family:var(--serif);font-size:10.5pt}figcaption span{font-size:8.5pt}
svg{display:block;width:100%}svg rect{fill:#b9b9b9}svg rect.last{fill:#222}svg .axis{stroke:#000;stroke-width:.8;fill:none}
svg text{font:8.6px var(--sans)}svg .mid{text-anchor:middle}svg .right{text-anchor:end}svg .num{font-weight:700;font-size:9.4px}
section{margin-top:2.5mm}
.acts{display:grid;grid-template-columns:repeat(7,1fr);text-align:center}
.acts div{padding:1mm 0 .6mm;border-left:.5px solid #999}.acts div:first-child{border-left:0}
.acts dt{font-size:9pt}.acts dd{font-weight:700;font-size:13pt;line-height:1.25}.acts dd small{font-weight:400;font-size:8.5pt}.acts p{font-size:8pt}
.villages th,.villages td{padding:.75mm .6mm;border-bottom:.5px solid #999;text-align:right;font-weight:400;white-space:nowrap;line-height:1.3}
.villages th{border-bottom:1px solid #000;font-size:8.5pt;vertical-align:bottom}
.villages thead{display:table-header-group}.villages tr{break-inside:avoid}
.villages th:first-child,.villages td:first-child{text-align:left;font-weight:700}
.villages td.late{text-align:left;width:24mm;padding-left:3mm}.villages th.late{text-align:left;padding-left:3mm}
.late b{display:inline-block;min-width:1.5em;text-align:right}.late i{display:inline-block;height:2.2mm;background:#333;margin-left:1.2mm;vertical-align:.1mm}
.many{break-before:page;margin-top:0}.many .villages td{font-size:8.5pt;line-height:1.2;padding:.3mm .6mm}
.watched li{padding:.6mm 0;border-bottom:.5px solid #999;display:flex;justify-content:space-between;gap:2em;break-inside:avoid}
.end{margin-top:2mm;font-size:8.5pt}
@media screen{body{max-width:210mm}}`
