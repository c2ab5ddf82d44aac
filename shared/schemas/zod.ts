/** The only door to zod: its compiled checks break where `Function` is crippled, as in WeChat's logic layer. */
import * as z from 'zod'

z.config({ jitless: true })

export { z }
