// Checks every model of processes/: node lint.mjs [file …]
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import bpmnlint from 'bpmnlint';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '..');
const require = createRequire(import.meta.url);
const NodeResolver = require('bpmnlint/lib/resolver/node-resolver');

const { moddleExtensions, ...config } = JSON.parse(readFileSync(join(root, '.bpmnlintrc'), 'utf8'));
const extensions = Object.fromEntries(
  Object.entries(moddleExtensions).map(([name, path]) => [name, require(path)]),
);

/** The problems of one model: [{id, message, category, rule}], an unreadable one included. */
export async function lint(xml, file, rules = {}) {
  const { rootElement, warnings } = await new BpmnModdle(extensions).fromXML(xml).catch((failure) => ({
    warnings: [failure],
  }));
  const linter = new bpmnlint.Linter({
    config: { ...config, rules: { 'esop/named-after-file': ['error', { file }], ...rules } },
    resolver: new NodeResolver({ require }),
  });
  if (!rootElement) return warnings.map(unreadable);
  const problems = Object.entries(await linter.lint(rootElement)).flatMap(([rule, reports]) =>
    reports.map((report) => ({ ...report, rule })),
  );
  return [...warnings.map(unreadable), ...problems];
}

const unreadable = ({ message }) => ({ id: '', rule: 'readable', category: 'error', message });

async function main(given) {
  const files = given.length > 0 ? given.map((file) => resolve(file)) : models();
  let errors = 0;
  for (const file of files) {
    for (const { category, id, message, rule } of await lint(
      readFileSync(file, 'utf8'),
      basename(file, '.bpmn'),
    )) {
      console.log(
        `${category === 'warn' ? 'warning' : 'error'}  ${relative(root, file)}  ${id}  ${message}  (${rule})`,
      );
      errors += category === 'warn' ? 0 : 1;
    }
  }
  console.log(`models: ${files.length} checked, ${errors} errors`);
  process.exitCode = errors > 0 ? 1 : 0;
}

function models() {
  const folder = join(root, 'processes');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.bpmn'))
    .sort()
    .map((file) => join(folder, file));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(process.argv.slice(2));
