// What the models may name, read from the project's own folders.
const { readdirSync, existsSync } = require('node:fs');
const { basename, join, resolve } = require('node:path');

const root = resolve(__dirname, '../..');

exports.beans = () => files('delegates', '.java').map((name) => name[0].toLowerCase() + name.slice(1));
exports.forms = () => files('forms', '.form');
exports.decisions = () => files('decisions', '.dmn');
exports.processes = () => files('processes', '.bpmn');

function files(folder, ending) {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true })
    .filter((file) => file.endsWith(ending))
    .map((file) => basename(file, ending));
}
