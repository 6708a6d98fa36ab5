import { describe, expect, it } from 'vitest';
import { said } from './said';

describe('what a backing system said', () => {
  it('is the reason inside an error', () => {
    expect(said('{"code":"refused","reason":"no free port","status":"422"}')).toBe('no free port');
    expect(said('{"code":"60"}')).toBe('60');
  });

  it('is left alone where it is no error, or a broken one', () => {
    expect(said('光功率不足')).toBe('光功率不足');
    expect(said('{"reason":')).toBe('{"reason":');
    expect(said(null)).toBe('');
  });
});
