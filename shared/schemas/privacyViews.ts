import { z } from './zod'

/** What someone is told before and after their account is deleted. */
export const accountDeleted = z.object({
  done: z.boolean(),
  open: z
    .array(z.object({ number: z.string(), title: z.string() }))
    .meta({ description: 'their matters that are open still: these go on without their name and words' }),
})

/** A file that was made for somebody to take away. */
export const madeFile = z.object({ url: z.string(), name: z.string() })

export type AccountDeleted = z.infer<typeof accountDeleted>
