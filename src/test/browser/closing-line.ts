import type { FullConfig, Reporter, Suite, TestCase } from '@playwright/test/reporter';

/** One line that says how it went, for people and for the machines that read it. */
export default class ClosingLine implements Reporter {
  private tests: TestCase[] = [];

  onBegin(_config: FullConfig, suite: Suite) {
    this.tests = suite.allTests();
  }

  onExit() {
    const count = (...outcomes: string[]) =>
      this.tests.filter((test) => outcomes.includes(test.outcome())).length;
    const line = `${count('expected', 'flaky')} passed, ${count('unexpected')} failed, ${count('skipped')} skipped`;
    for (const test of this.tests.filter((one) => one.outcome() === 'flaky')) {
      console.log(`browser: passed at the second try only: ${test.title}`);
    }
    console.log(`browser: ${line}`);
    return Promise.resolve();
  }
}
