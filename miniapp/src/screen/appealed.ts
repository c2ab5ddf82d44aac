import { kept } from '../platform/storage'

/** What the check of contents held back and its writer would appeal: the words as they were sent, or a picture. */
export const appealed = kept<{ words?: string; file?: string }>('appealed', {})
