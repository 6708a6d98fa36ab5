// Holds the console's weight: what a page loads, gzipped, by Vite's manifest.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const app = join(dirname(fileURLToPath(import.meta.url)), '../../../target/classes/static/app');
const manifest = JSON.parse(readFileSync(join(app, 'manifest.json'), 'utf8'));

/** What must be loaded for these entries: each with all it imports statically, scripts and styles. */
function weight(...entries) {
  const seen = new Set();
  const assets = new Set();
  const visit = (key) => {
    if (seen.has(key)) return;
    seen.add(key);
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not a chunk of its own`);
    assets.add(chunk.file);
    chunk.css?.forEach((file) => assets.add(file));
    chunk.imports?.forEach(visit);
  };
  entries.forEach(visit);
  return [...assets].reduce((sum, file) => sum + gzipSync(readFileSync(join(app, file))).length, 0) / 1024;
}

const budgets = [['first page', 450, ['index.html']]];

let over = false;
for (const [name, limit, entries] of budgets) {
  const size = weight(...entries);
  over ||= size > limit;
  console.log(
    `console: ${name} ${size.toFixed(0)} KB gzip (at most ${limit})${size > limit ? ': TOO HEAVY' : ''}`,
  );
}
process.exit(over ? 1 : 0);
