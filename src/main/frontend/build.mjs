// The console's part of the Maven build: node build.mjs build | check | browser
// Every step is skipped when nothing it depends on has changed since it last succeeded.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const stamps = join(root, 'target', 'frontend');
const [step = 'build', ...flags] = process.argv.slice(2);

// Maven passes skip=${skip.frontend} and only=${test}: with one Java test asked for, the console's are not
const oneJavaTest = flags.some((flag) => /^only=[^$]/.test(flag));
if (flags.includes('skip=true') || oneJavaTest) process.exit(0);
requireNode(20, 19);

const settings = [
  'index.html',
  'package-lock.json',
  'vite.config.ts',
  'tsconfig.json',
  'build.mjs',
  'budget.mjs',
];
const sources = [...files(join(here, 'src')), ...settings.map((name) => join(here, name))];
const tests = [
  ...files(join(root, 'forms')),
  join(here, '.prettierrc.json'),
  ...files(join(root, 'src/test/browser')),
];

install();
if (step === 'build') build();
else if (step === 'check') check();
else if (step === 'browser') browser();
else fail(`unknown step "${step}"`);

function requireNode(major, minor) {
  const [haveMajor, haveMinor] = process.versions.node.split('.').map(Number);
  if (haveMajor < major || (haveMajor === major && haveMinor < minor)) {
    fail(
      `Node ${major}.${minor} or newer is needed to build the console, this is Node ${process.versions.node}.\n` +
        'Install a newer one from your system or nodejs.org, or build without the console: mvn … -Dskip.frontend',
    );
  }
}

function install() {
  const stamp = join(here, 'node_modules', '.esop-lock');
  const lock = hash([join(here, 'package-lock.json'), join(here, '.npmrc')]);
  if (read(stamp) === lock) return;
  console.log('console: npm ci (once, and after the lock file changed)');
  npm('ci', '--ignore-scripts', '--no-progress', '--loglevel=error');
  writeFileSync(stamp, lock);
}

function build() {
  const output = join(root, 'target/classes/static/app/index.html');
  once('build', existsSync(output) && hash(sources), () => {
    bin('vite/bin/vite.js', 'build', '--logLevel', 'warn');
    compress(join(dirname(output), 'assets'));
    run(process.execPath, [join(here, 'budget.mjs')]);
  });
}

function check() {
  once('check', hash([...sources, ...tests]), () => {
    bin(
      'prettier/bin/prettier.cjs',
      '--check',
      '--config',
      join(here, '.prettierrc.json'),
      '--log-level',
      'warn',
      '.',
      '../../test/browser',
      '../../../lint',
    );
    bin('typescript/bin/tsc', '--noEmit');
    bin('typescript/bin/tsc', '--noEmit', '-p', join(root, 'src/test/browser'));
    bin('vitest/vitest.mjs', 'run');
  });
}

function browser() {
  run(process.execPath, [join(root, 'src/test/browser/run.mjs'), ...flags]);
}

/** Lays a compressed copy beside each file, so that no node compresses the same script again and again. */
function compress(folder) {
  for (const path of files(folder).filter((name) => /\.(js|css|svg)$/.test(name))) {
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path), { level: 9 }));
  }
}

/** Does the work unless it was already done on the very same sources. */
function once(name, state, work) {
  const stamp = join(stamps, name);
  if (state && read(stamp) === state) return console.log(`console: ${name} is up to date`);
  console.log(`console: ${name}`);
  work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stamp, state || hash(sources));
}

function npm(...args) {
  // npm is a script: npm.cmd on Windows, which only a shell starts
  const windows = process.platform === 'win32';
  run(windows ? 'npm.cmd' : 'npm', args, { shell: windows });
}

function bin(script, ...args) {
  run(process.execPath, [join(here, 'node_modules', script), ...args]);
}

function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, { cwd: here, stdio: 'inherit', ...options });
  if (error?.code === 'ENOENT')
    fail(`"${command}" was not found on the PATH. Is Node.js with npm installed?`);
  if (error) fail(error.message);
  if (status !== 0) process.exit(status ?? 1);
}

function files(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      return statSync(path).isDirectory() ? files(path) : [path];
    });
}

function hash(paths) {
  const digest = createHash('sha256');
  for (const path of paths)
    digest.update(relative(here, path)).update('\0').update(readFileSync(path)).update('\0');
  return digest.digest('hex');
}

function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

function fail(message) {
  console.error(`console: ${message}`);
  process.exit(1);
}
