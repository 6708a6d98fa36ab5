// Measures what docs/benchmarks.md tells: mvn package -DskipTests && node src/test/bench/measure.mjs [orders]
// Starts the packaged application on a folder of its own, and needs psql on the path to fill it with orders.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const orders = Number(process.argv[2] ?? 100_000);
const folder = mkdtempSync(join(tmpdir(), 'esop-bench-'));
const data = join(folder, 'data');
const [server, sandbox] = [await freePort(), await freePort()];
const base = `http://localhost:${server}`;

let esop = await start('first start');
await stop(esop);
esop = await start('second start');
try {
  const token = (
    await post('/api/auth/token', { username: 'account-manager.nanjing', password: 'esop-demo' })
  ).accessToken;
  await wait(async () => (await get(token, '/api/customers?size=1')).total > 0);
  fill();
  await measure('order list, first page', token, '/api/orders?size=20');
  await measure('order list, filtered by state', token, '/api/orders?size=20&state=inProgress');
  await measure('order list, filtered by product', token, '/api/orders?size=20&product=vpmn');
  await measure('order list, searched', token, '/api/orders?size=20&q=BENCH-04242');
  await measure('order list, page 100', token, '/api/orders?size=20&page=100');
  await measure('inbox of the group', token, '/api/tasks?view=group&size=20');
  report('memory after that', `${rss(esop)} MB RSS`);
} finally {
  await stop(esop);
  rmSync(folder, { recursive: true });
}

async function start(name) {
  const began = Date.now();
  const log = openSync(join(folder, 'log'), 'w');
  const node = spawn('java', ['-jar', join(root, 'target/esop.jar')], {
    env: { ...process.env, ESOP_DATA: data, SERVER_PORT: String(server), ESOP_SANDBOX_PORT: String(sandbox) },
    stdio: ['ignore', log, log],
  });
  await wait(async () => (await fetch(`${base}/actuator/health`)).ok);
  report(name, `usable after ${((Date.now() - began) / 1000).toFixed(1)} s`);
  await sleep(20_000);
  report(name, `${rss(node)} MB RSS 20 s later`);
  return node;
}

async function stop(node) {
  const ended = new Promise((done) => node.once('exit', done));
  node.kill('SIGTERM');
  await ended;
}

/** Orders of the last two years, three of four of them completed, as the database's owner. */
function fill() {
  const began = Date.now();
  const lines = readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n');
  const psql = spawnSync(
    'psql',
    [
      '--host=localhost',
      `--port=${lines[3]}`,
      '--username=postgres',
      '--dbname=esop',
      '--quiet',
      '--set=ON_ERROR_STOP=1',
    ],
    {
      input: readFileSync(join(root, 'src/test/bench/orders.sql'), 'utf8').replaceAll(
        ':orders',
        String(orders),
      ),
      env: { ...process.env, PGPASSWORD: readFileSync(join(data, 'postgres.password'), 'utf8') },
      encoding: 'utf8',
    },
  );
  if (psql.status !== 0) throw new Error(psql.stderr);
  report(`${orders} orders written`, `${((Date.now() - began) / 1000).toFixed(1)} s`);
}

async function measure(name, token, path) {
  for (let i = 0; i < 30; i++) await get(token, path);
  const times = [];
  let total;
  for (let i = 0; i < 200; i++) {
    const began = performance.now();
    ({ total } = await get(token, path));
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor(times.length * share)].toFixed(1);
  report(name, `median ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, ${total} found`);
}

async function get(token, path) {
  const answer = await fetch(base + path, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function post(path, body) {
  const headers = { 'Content-Type': 'application/json' };
  return (await fetch(base + path, { method: 'POST', headers, body: JSON.stringify(body) })).json();
}

async function wait(condition) {
  for (let i = 0; i < 1500; i++) {
    if (await condition().catch(() => false)) return;
    await sleep(200);
  }
  throw new Error(readFileSync(join(folder, 'log'), 'utf8'));
}

function rss({ pid }) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
  return Math.round(kilobytes / 1024);
}

function report(what, figure) {
  console.log(`${what.padEnd(34)} ${figure}`);
}

function sleep(milliseconds) {
  return new Promise((done) => setTimeout(done, milliseconds));
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
