// The models' part of the Maven build: our rules are tested, then every model is checked by them.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const flags = process.argv.slice(2);

// Maven passes skip=${skip.lint} and only=${test}: with one Java test asked for, the models are not checked
const oneJavaTest = flags.some((flag) => /^only=[^$]/.test(flag));
if (flags.includes('skip=true') || oneJavaTest) process.exit(0);

install();
const tests = readdirSync(join(here, 'test')).map((name) => join(here, 'test', name));
run(process.execPath, '--test', '--test-reporter=dot', ...tests);
run(process.execPath, join(here, 'lint.mjs'));

function install() {
  const lock = readFileSync(join(here, 'package-lock.json'), 'utf8');
  const stamp = join(here, 'node_modules', '.esop-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('models: npm ci (once, and after the lock file changed)');
  run(
    process.platform === 'win32' ? 'npm.cmd' : 'npm',
    'ci',
    '--ignore-scripts',
    '--no-progress',
    '--loglevel=error',
  );
  writeFileSync(stamp, lock);
}

function run(command, ...parameters) {
  const { status, error } = spawnSync(command, parameters, {
    cwd: here,
    stdio: 'inherit',
    shell: command.endsWith('.cmd'),
  });
  if (status === 0) return;
  console.error(`models: ${command} ${parameters.join(' ')} failed${error ? `: ${error.message}` : ''}`);
  process.exit(status || 1);
}
