import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts as enFirst } from './en';
import { texts as enPages } from './en-pages';
import { texts as zhFirst } from './zh';
import { texts as zhPages } from './zh-pages';

const en = { ...enFirst, ...enPages };
const zh = { ...zhFirst, ...zhPages };

/** Every key of a tree of texts; English plurals count as one. */
function keys(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${prefix}${key.replace(/_(one|other)$/, '')}`]
      : keys(value as object, `${prefix}${key}.`),
  );
}

function values(tree: object): string[] {
  return Object.values(tree).flatMap((value) =>
    typeof value === 'string' ? [value] : values(value as object),
  );
}

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? sources(path) : [path];
  });
}

describe('the two languages', () => {
  it('say the same things', () => {
    expect(new Set(keys(en))).toEqual(new Set(keys(zh)));
  });

  it('are not mixed', () => {
    const foreign = values(en).filter((text) => /[\u4e00-\u9fff]/.test(text));
    expect(foreign).toEqual(['集团客户业务综合运营平台']);
  });

  it('use the same values', () => {
    const placeholders = (tree: object, path: string) =>
      new Set((at(tree, path) ?? '').match(/\{\{\w+}}/g) ?? []);
    const at = (tree: object, path: string) =>
      (path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)?.[key], tree) ??
        path
          .split('.')
          .reduce<unknown>(
            (node, key, i, all) =>
              (node as Record<string, unknown>)?.[i === all.length - 1 ? `${key}_other` : key],
            tree,
          )) as string;
    for (const key of new Set(keys(zh))) {
      expect([key, placeholders(en, key)]).toEqual([key, placeholders(zh, key)]);
    }
  });

  it('stand in the text files only', () => {
    const allowed = /texts\/|\.json$|form-zh\.ts$|\.test\.ts$|Switches\.tsx$/;
    const offenders = sources('src')
      .filter((path) => /\.tsx?$/.test(path) && !allowed.test(path))
      .filter((path) =>
        /[\u4e00-\u9fff]/.test(readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')),
      );
    expect(offenders).toEqual([]);
  });
});
