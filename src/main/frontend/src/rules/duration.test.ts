import { describe, expect, it } from 'vitest';
import { parts, written } from './duration';

describe('a duration', () => {
  it('is read in its parts', () => {
    expect(parts('PT1M30S')).toEqual([
      { unit: 'minute', count: 1 },
      { unit: 'second', count: 30 },
    ]);
    expect(parts('P1DT0.5S')).toEqual([
      { unit: 'day', count: 1 },
      { unit: 'second', count: 0.5 },
    ]);
    expect(parts('soon')).toEqual([]);
  });

  it('is written as the server wants it, however it is typed', () => {
    expect(['30s', '5m', ' 1H ', '1d', 'pt2m', 'soon'].map(written)).toEqual([
      'PT30S',
      'PT5M',
      'PT1H',
      'P1D',
      'PT2M',
      'SOON',
    ]);
  });
});
