import { describe, expect, it } from 'vitest';
import type { DecisionPage } from '../api/types';
import { cellOf, draftOf, isChanged, moved, withNew } from './draft';

const page = {
  version: 3,
  edited: false,
  packageMoved: false,
  versions: [],
  table: {
    id: 't',
    name: 't',
    hitPolicy: 'FIRST',
    inputs: [],
    outputs: [],
    rules: [
      { id: 'a', description: '', inputs: ['"x"'], outputs: ['1'] },
      { id: 'b', description: '', inputs: [''], outputs: ['2'] },
    ],
  },
} as unknown as DecisionPage;

describe('a draft of a table', () => {
  it('is unchanged until something is typed', () => {
    const rules = draftOf(page);
    expect(isChanged(page, rules)).toBe(false);
    expect(isChanged(page, moved(rules, 0, 1))).toBe(true);
    expect(moved(rules, 0, -1)).toBe(rules);
  });

  it('takes a new rule before another, with its results as a beginning', () => {
    const rules = withNew(draftOf(page), 1, { inputs: 1, outputs: 1 });
    expect(rules.map(({ id }) => id)).toEqual(['a', null, 'b']);
    expect(rules[1]!.outputs).toEqual(['2']);
  });

  it('finds the cell the server speaks of', () => {
    expect(cellOf('rules[2].inputs[0]')).toEqual({ rule: 2, kind: 'inputs', column: 0 });
    expect(cellOf('rules[2]')).toEqual({ rule: 2, kind: undefined, column: undefined });
    expect(cellOf('note')).toBeUndefined();
  });
});
