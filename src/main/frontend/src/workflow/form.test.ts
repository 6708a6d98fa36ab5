import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inEnglish } from './form-en';
import { chinese, translated } from './form-zh';

const forms = join(__dirname, '../../../../../forms');
const viewer = readFileSync(
  join(__dirname, '../../node_modules/@bpmn-io/form-js-viewer/dist/index.es.js'),
  'utf8',
);

describe('a form of a model', () => {
  const files = readdirSync(forms, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.form'),
  );

  it.each(files)('%s has all its words in English too', (file) => {
    const schema = JSON.parse(readFileSync(join(forms, file), 'utf8'));
    const words = JSON.stringify(inEnglish(schema), (key, value) =>
      key === 'properties' || key === 'en' ? undefined : value,
    );
    expect(words.match(/[\u4e00-\u9fff]+/g) ?? []).toEqual([]);
  });

  it('says in Chinese what form-js says of itself', () => {
    const said = [...viewer.matchAll(/translate\('((?:[^'\\]|\\.)*)'/g)].map((match) => match[1]!);
    expect(said.filter((text) => !translated.includes(text) && !text.startsWith('HELLO'))).toEqual([]);
    expect(chinese('Field must have minimum value of {value}.', { value: 3 })).toBe('不能小于 3。');
  });
});
