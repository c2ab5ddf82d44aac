import { pageCss } from './css'

/** A4 upright with room to write by hand. */
export const agendaCss = `${pageCss('A4')}
h1{margin-bottom:3mm}
.told{grid-template-columns:max-content 1fr;font-size:11.5pt}
.list{font-size:11pt}.list .hand{width:36%}
.list tbody td{height:15mm;padding-top:1.6mm}
.list tr td:last-child{border-left:.5px solid #777}
.foot{grid-template-columns:30mm 1fr}.foot .qr{width:30mm;height:30mm}
.sign{break-inside:avoid;break-before:avoid;display:grid;grid-template-columns:1fr 1fr .7fr 1.3fr;gap:7mm;margin-top:15mm}
.sign span{border-top:1.5px solid #000;padding-top:1mm;font-size:10.5pt}`
