import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { clockwork } from '../../functions/clockwork'
import type { TestHouse } from '../support/house'
import { faults } from './axe'
import { type Screen, signInAs } from './screen'

const request = { category: 'utilities', visibility: 'villagers' }
const late = ['三组路口的路灯坏了半个月', '五组垃圾桶满了一个星期']

/** 监测 in a wide window without a mouse: narrowed by arrow keys, a cell found by arrow keys, a case ticked by space, 督办 sent by Enter. */
export const tellOfTheKeys = async (
  h: TestHouse,
  screen: Screen,
  moved: (day: string, time?: string) => Promise<void>,
  page: Page,
) => {
  await moved('2026-06-01')
  for (const text of late) await h.open('villager-dongxi', 'request', { ...request, text })
  await h.open('villager-shatang', 'request', { ...request, text: '水井旁边积水' }, { villageId: 'shatang' })
  h.to('2026-06-05', '08:00')
  await clockwork(h.house)
  await moved('2026-06-05')
  await signInAs(h, screen, 'township')
  await screen.open('/office/monitor/index')
  await screen.sees('各村卡在哪一步')

  const press = (key: string) => page.keyboard.press(key)
  const active = () =>
    page.evaluate(() => {
      const at = document.activeElement as HTMLElement
      // a field that is typed into shows it by its frame
      const isSeen = [at, at.closest('.mw-input')].some((e) => e && getComputedStyle(e).boxShadow !== 'none')
      const words = at.getAttribute('aria-label') ?? at.textContent ?? ''
      return { words, isSeen, value: at.getAttribute('aria-valuetext') ?? '', checked: at.ariaChecked }
    })
  /** Tab by tab to what is called so; each that is passed shows where one is. */
  const tabTo = async (words: string | RegExp) => {
    for (let tries = 0; tries < 60; tries++) {
      await press('Tab')
      const now = await active()
      if (now.words !== '') expect(now, now.words).toMatchObject({ isSeen: true })
      if (typeof words === 'string' ? now.words.trim() === words : words.test(now.words)) return
    }
    throw new Error(`Tab doesn't lead to ${words}`)
  }
  /** An arrow key until what has the focus is called so. */
  const arrow = async (key: string, words: RegExp, of: 'words' | 'value' = 'words') => {
    for (let tries = 0; tries < 15 && !words.test((await active())[of]); tries++) {
      await press(key)
      await page.waitForTimeout(60)
    }
    expect((await active())[of]).toMatch(words)
  }

  // 片 by its wheel, the village without anything late by 只看逾期
  await tabTo('片')
  await arrow('ArrowDown', /山片/, 'value')
  await page.getByText('沙塘村').filter({ visible: true }).first().waitFor({ state: 'hidden' })
  await tabTo('只看逾期')
  await press('Enter')
  await page.getByText('官田村').filter({ visible: true }).first().waitFor({ state: 'hidden' })
  expect(await faults(page)).toEqual([])

  // to the cell, and into it
  await tabTo(/^东溪村 /)
  await arrow('ArrowLeft', /东溪村 说事 2\/2/)
  await press('Enter')
  await screen.sees(`给这2件发督办单`)
  await tabTo(`督办：${late[0]}`)
  await press('Space')
  await screen.sees('给这1件发督办单')
  await press('Space')
  await tabTo(`督办：${late[1]}`)
  await press('Space')
  expect((await active()).checked).toBe('false')
  await screen.picture('keys-ticked')
  await tabTo('给这1件发督办单')
  await press('Enter')
  await screen.sees('发出去收不回')
  expect(await faults(page)).toEqual([])
  await tabTo('督办要求')
  await press('Control+A')
  await page.keyboard.type('今天就去换灯头。')
  await tabTo('哪天前答复')
  await press('ArrowDown')
  await screen.picture('keys-urging')
  await tabTo('发督办单')
  await press('Enter')
  await screen.sees('发出去1件督办单。')
  await screen.sees('东溪督-2026-0001')
  await screen.picture('keys-urged')
  expect(await faults(page)).toEqual([])
}
