import { pageCss } from '../print/css'

/** A form to be filled in and filed: ruled boxes, parts kept together, the number on every page. */
export const formCss = `
h1{margin-top:3mm;font-size:22pt}.sub{margin:1mm 0 3mm}
section.part{margin-top:4mm;break-inside:avoid}section.part.long{break-inside:auto}
section.part>h2{margin-bottom:1mm;font-size:1.2em}section.part h3{font-size:1.05em;margin:2mm 0 1mm;break-after:avoid}
table.form{width:100%;border-collapse:collapse;table-layout:fixed;font-size:10.5pt;line-height:1.45;border:1.5px solid #000}
table.form+table.form{border-top:0}
.form .ask{width:17%}.form .box{width:33%}
.form th,.form td{border:.75px solid #000;padding:.9mm 1.8mm;vertical-align:middle;text-align:left}
.form th{font-weight:700;background:#f2f2f2;line-height:1.35}
.form tr{break-inside:avoid}.long .form tr{break-inside:auto}
.form td.empty{height:9mm}.form td.empty.tall{height:17mm}
.figures th,.figures td{text-align:center;padding-left:.5mm;padding-right:.5mm}
.figures td{font-weight:700;font-size:12pt;height:8.5mm;white-space:nowrap}
table.rows{table-layout:auto}.rows th{white-space:nowrap}.rows td{vertical-align:top;height:8.5mm}.rows .short{white-space:nowrap}
.none{padding:1mm 0}
.foot{margin-top:5mm;grid-template-columns:24mm 1fr;padding-top:2.5mm}.foot .qr{width:24mm;height:24mm}`

/** The form on A4, its number on every page. */
export const recordCss = (number: string) => `${pageCss('A4')}
@page{@top-right{content:"${number.replace(/["\\]/g, '')}";font:9pt "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}}
@page:first{@top-right{content:none}}${formCss}`

const sizes = { large: ['19pt', '31pt'], middle: ['15pt', '29pt'], small: ['12.5pt', '26pt'] } as const

/** A resolution on the wall, in letters that are read standing; what is long goes on to the next sheet. */
export const resolutionCss = (size: keyof typeof sizes) => `${pageCss('A4')}
body{display:flow-root;font-size:${sizes[size][0]};line-height:1.75}
.k{font-size:11.5pt}
h1{font-size:${sizes[size][1]};margin-top:7mm}
.sub{font-size:15pt;font-weight:700;margin-bottom:5mm}
.led{font-size:12pt}.led div{padding:1mm 2mm}.led dd{font-size:18pt}
.led.two{border-top:.75px solid #000;border-bottom:2px solid #000}
.decided{margin-top:5mm}.decided p{white-space:pre-wrap;text-indent:2em}
.told{font-size:12pt;line-height:1.55;margin-top:5mm;border-top:1.5px solid #000;padding-top:3mm}
.date{break-inside:avoid;text-align:right;margin-top:5mm;font-size:14pt;line-height:1.5}
.foot{margin-top:5mm;padding-top:3mm;grid-template-columns:29mm 1fr auto}.foot .qr{width:29mm;height:29mm}
.foot h3{font-size:15pt}.foot p{font-size:12pt;line-height:1.5}.end{font-size:10pt}
.foot .seal{width:24mm;height:24mm}.seals{padding-right:2mm}`
