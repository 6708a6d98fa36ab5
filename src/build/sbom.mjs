// Adds what the console ships from npm to the bill of materials of the Java side.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [bom, frontend] = process.argv.slice(2);
if (!existsSync(bom)) {
  console.log('sbom: not written, because Maven leaves it out when it is offline');
  process.exit(0);
}
const npm = spawnSync(
  process.platform === 'win32' ? 'npm.cmd' : 'npm',
  ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only', '--omit', 'dev'],
  { cwd: frontend, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, shell: process.platform === 'win32' },
);
if (npm.status !== 0) {
  console.error(`sbom: npm sbom failed\n${npm.stderr}`);
  process.exit(1);
}

const all = JSON.parse(readFileSync(bom, 'utf8'));
const shipped = JSON.parse(npm.stdout);
const known = new Set(all.components.map(({ purl }) => purl));
const added = shipped.components.filter(({ purl }) => !known.has(purl));
all.components.push(...added);
all.dependencies.push(...shipped.dependencies);
writeFileSync(bom, JSON.stringify(all, null, 2));
console.log(`sbom: ${all.components.length} components in ${bom}, ${added.length} of them from npm`);
