import type { Deps } from '../deps'

export const story = async (_deps: Deps): Promise<void> => {}
