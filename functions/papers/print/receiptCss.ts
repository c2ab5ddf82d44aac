import { sharedCss } from './css'

/** A5 upright, in letters that are read without glasses. */
export const receiptCss = `${sharedCss}
@page{size:A5 portrait;margin:11mm 12mm 12mm}
body{font-size:14pt;line-height:1.5}
.k{font-size:11pt;padding-bottom:1.5mm}
h1{font-size:25pt;line-height:1.3;text-align:center;margin-top:4mm;letter-spacing:.1em}
.no{text-align:center;font-size:15pt;font-weight:700;margin:0 0 3mm}
dl{border-top:2px solid #000}
dl div{display:grid;grid-template-columns:5.2em 1fr;gap:0 2mm;padding:1.5mm 0;border-bottom:.5px solid #777}
dt{font-weight:700}
.foot{break-inside:avoid;display:grid;grid-template-columns:29mm 1fr;gap:4mm;align-items:center;margin-top:3mm}
.foot .qr{width:29mm;height:29mm}.foot h3{font-size:14pt}.foot p{font-size:13pt}.foot b{white-space:nowrap}
.sign{break-inside:avoid;display:grid;grid-template-columns:1fr 42mm;gap:8mm;margin-top:13mm;font-size:12pt}
.sign span{border-top:1.5px solid #000;padding-top:1mm}
.end{break-inside:avoid;break-before:avoid;display:flex;justify-content:space-between;gap:1em;margin-top:3mm;font-size:11pt}
@media screen{html{background:#ddd}body{max-width:148mm;margin:8mm auto;padding:11mm 12mm;background:#fff;box-shadow:0 1px 6px #0004}}`
