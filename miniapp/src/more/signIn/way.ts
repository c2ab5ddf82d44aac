/** A way of signing in on the web page that has a step of its own. */
export type Way = 'scan' | 'invite' | 'password'

/** `agreed`: the version of the agreement; `way`: the one that was chosen, where there are several. */
export type WaysProps = { agreed: string; way?: Way; onWay: (way: Way) => void; onDone: () => void }
