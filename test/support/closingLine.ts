import type { Reporter, TestModule } from 'vitest/node'

/** Ends a run with one plain line that any reader understands: N passed, N failed. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]) {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    for (const module of modules) {
      if (module.state() === 'failed' && ![...module.children.allTests()].length) count.failed++
      for (const test of module.children.allTests()) count[test.result().state]++
    }
    console.log(`\n${count.passed} passed, ${count.failed} failed`)
  }
}
