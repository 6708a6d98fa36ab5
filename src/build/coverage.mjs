// Prints how much of the code the tests reached, module by module, from JaCoCo's report.
import { existsSync, readFileSync } from 'node:fs';

const [report] = process.argv.slice(2);
if (!existsSync(report)) process.exit(0);

const [header, ...rows] = readFileSync(report, 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split(','));
const column = (row, name) => row[header.indexOf(name)];

const modules = new Map();
for (const row of rows) {
  const module = column(row, 'PACKAGE').split('.').slice(0, 2).join('.');
  for (const name of [module, 'all']) {
    const sum = modules.get(name) ?? { covered: 0, missed: 0 };
    sum.covered += Number(column(row, 'LINE_COVERED'));
    sum.missed += Number(column(row, 'LINE_MISSED'));
    modules.set(name, sum);
  }
}

for (const [name, { covered, missed }] of [...modules].sort(([a], [b]) => a.localeCompare(b))) {
  const percent = (100 * covered) / Math.max(1, covered + missed);
  console.log(`coverage: ${percent.toFixed(1).padStart(5)} % of ${covered + missed} lines  ${name}`);
}
