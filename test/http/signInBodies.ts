const ticket = 'a-ticket-of-nobody'
const response = { id: 'x', rawId: 'x', type: 'public-key', response: {} }

/** A body that each call about signing in and posts takes. */
export const signInBodies: Readonly<Record<string, Record<string, unknown>>> = {
  wechatSignIn: { code: 'x' },
  wechatBind: { ticket, invite: 'AAAAABBBBB', ofAge: true },
  inviteBegin: { invite: 'AAAAABBBBB', phone: '13800000001', ofAge: true },
  invitePasskey: { ticket, response },
  invitePassword: { ticket, password: 'x' },
  inviteCode: { ticket, code: '123456' },
  passkeyBegin: {},
  passkeySignIn: { ticket, response },
  passwordSignIn: { phone: '13800000001', password: 'x' },
  passwordCode: { ticket, code: '123456' },
  scanBegin: {},
  scanTake: { secret: 'a-secret-of-nobody' },
  scanApprove: { number: '12' },
  refresh: { refresh: 'a.refresh.of-nobody' },
  signOut: {},
  revokeSignIn: {},
  unbindWechat: {},
  dropPasskey: {},
  addPasskeyBegin: {},
  addPasskey: { ticket, response },
  changePassword: { old: 'x', password: 'x', code: '123456' },
  agree: { version: 'x' },
  invite: { members: ['5-300-1'] },
  contacts: { rows: [{ no: '5-300-1', phone: '13800000001' }] },
  printInvites: {
    village: 'dongxi',
    invites: [{ no: '5-300-1', name: '林桂香', code: 'AAAAABBBBB', expiresOn: '2026-07-01' }],
  },
  appoint: { name: '林桂香', role: 'clerk', title: '村报账员', from: '2026-06-08' },
  endPost: { role: 'clerk', until: '2026-06-08' },
  inviteStaff: {},
}
