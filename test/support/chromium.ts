import fs from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const INSTALLED = '/usr/bin/chromium'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts Chromium: the one at CHROMIUM_PATH, else the one installed, else the one that npm brought. Close it after. */
export async function launchBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({ executablePath: await executable(), args: [...FLAGS, ...more] })
}

/** A microphone that beeps, and a person who lets the page use it. */
export const withMicrophone = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] as const

async function executable(): Promise<string> {
  const named = process.env.CHROMIUM_PATH
  if (named) return named
  return fs.existsSync(INSTALLED) ? INSTALLED : packaged()
}

/** The path of npm's Chromium, unpacked into the temporary folder on first use. */
export async function packaged(): Promise<string> {
  // Only when it takes itself to be in a Lambda does it bring the libraries (nss, nspr, expat) that may be missing here.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs20.x'
  const { default: sparticuz } = await import('@sparticuz/chromium')
  return sparticuz.executablePath()
}
