/** The only door to zod: its compiled checks break where `Function` is crippled, as in WeChat's logic layer. */
import { config } from 'zod'

config({ jitless: true })

export * as z from './zodNames'
