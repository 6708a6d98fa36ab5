// Runs the browser tests against the packaged application: node run.mjs [screenshots]
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const modules = join(root, 'src/main/frontend/node_modules');
const playwright = join(modules, '@playwright/test/cli.js');
const screenshots = process.argv.includes('screenshots');

const chromium = findChromium();
if (!chromium) {
  const names = spawnSync(process.execPath, [playwright, 'test', '--list', '--config', here], {
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: modules },
  }).stdout;
  const tests = [...names.matchAll(/› (.+)$/gm)].map((match) => match[1]);
  tests.forEach((name) => console.log(`skipped: ${name}`));
  console.log(`browser: 0 passed, 0 failed, ${tests.length} skipped`);
  console.log('No Chromium was found on the PATH or at /usr/bin/chromium (or name one in ESOP_CHROMIUM).');
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const jar = join(root, 'target/esop.jar');
if (!process.env.ESOP_BROWSER_URL && !existsSync(jar)) {
  console.error('target/esop.jar is missing: mvn package -DskipTests makes it');
  process.exit(1);
}
const data = join(root, 'target/browser-data');
rmSync(data, { recursive: true, force: true });

const { status } = spawnSync(
  process.execPath,
  [playwright, 'test', '--config', here, '--project', screenshots ? 'screenshots' : 'stories'],
  {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      NODE_PATH: modules,
      ESOP_CHROMIUM: chromium,
      ESOP_BROWSER_DATA: data,
      ESOP_BROWSER_PORT: await freePort(),
      ESOP_BROWSER_SANDBOX_PORT: await freePort(),
    },
  },
);
process.exit(status ?? 1);

function findChromium() {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome.exe', 'msedge.exe'];
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin'];
  const candidates = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [process.env.ESOP_CHROMIUM, ...candidates].find((path) => path && existsSync(path));
}

function freePort() {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => done(String(port)));
    });
  });
}
