// Holds the console's weight: what a page loads, gzipped, by Vite's manifest.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const app = join(dirname(fileURLToPath(import.meta.url)), '../../../target/classes/static/app');
const manifest = JSON.parse(readFileSync(join(app, 'manifest.json'), 'utf8'));

/** What must be loaded for these entries: each with all it imports statically, scripts and styles. */
function reached(entries) {
  const seen = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    if (!manifest[key]) throw new Error(`${key} is not a chunk of its own`);
    manifest[key].imports?.forEach(visit);
  };
  entries.forEach(visit);
  return seen;
}

function weight(entries) {
  const assets = new Set();
  for (const key of reached(entries)) {
    assets.add(manifest[key].file);
    manifest[key].css?.forEach((file) => assets.add(file));
  }
  return [...assets].reduce((sum, file) => sum + gzipSync(readFileSync(join(app, file))).length, 0) / 1024;
}

const inbox = ['index.html', 'src/texts/zh.ts', 'src/workflow/InboxPage.tsx'];
const budgets = [
  ['login page', 320, ['index.html', 'src/texts/zh.ts', 'src/shell/LoginPage.tsx']],
  ['inbox with an open form', 450, [...inbox, 'src/workflow/FormView.tsx']],
];
const neverInTheInbox = /DiagramView|InstanceDiagram|bpmn/;

let over = false;
const drawn = Object.keys(manifest).filter((key) => neverInTheInbox.test(key) && reached(inbox).has(key));
if (drawn.length > 0) {
  over = true;
  console.log(`console: the inbox loads what draws diagrams: ${drawn.join(', ')}`);
}
for (const [name, limit, entries] of budgets) {
  const size = weight(entries);
  over ||= size > limit;
  console.log(
    `console: ${name} ${size.toFixed(0)} KB gzip (at most ${limit})${size > limit ? ': TOO HEAVY' : ''}`,
  );
}
process.exit(over ? 1 : 0);
