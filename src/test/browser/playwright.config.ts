import { defineConfig } from '@playwright/test';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const port = process.env.ESOP_BROWSER_PORT ?? '18180';
const url = process.env.ESOP_BROWSER_URL ?? `http://localhost:${port}`;

export default defineConfig({
  testDir: __dirname,
  outputDir: join(root, 'target/browser-results'),
  workers: 1,
  timeout: 120_000,
  // a busy machine may be late once; what needed a second try is named at the end
  retries: process.env.CI === 'true' ? 1 : 0,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['./closing-line.ts']],
  projects: [
    { name: 'stories', testMatch: '*.spec.ts' },
    { name: 'screenshots', testMatch: 'screenshots.ts', timeout: 600_000 },
  ],
  use: {
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    // a click on what still grows can miss it
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: {
      executablePath: process.env.ESOP_CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
  webServer: process.env.ESOP_BROWSER_URL
    ? undefined
    : {
        command: `java -Dfile.encoding=UTF-8 -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=128m -Xmx512m -jar "${join(root, 'target/esop.jar')}"`,
        url: `${url}/api/login-info`,
        timeout: 300_000,
        stdout: 'ignore',
        stderr: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
        env: {
          SERVER_PORT: port,
          ESOP_SANDBOX_PORT: process.env.ESOP_BROWSER_SANDBOX_PORT ?? '18190',
          ESOP_DATA: process.env.ESOP_BROWSER_DATA ?? join(root, 'target/browser-data'),
        },
      },
});
