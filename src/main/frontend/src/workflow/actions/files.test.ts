import { describe, expect, it } from 'vitest';
import { looksRight, readable } from './files';

const file = (name: string, content: string) => new File([content], name);

describe('a file to be attached', () => {
  it('is what its name says', async () => {
    expect(await looksRight(file('a.pdf', '%PDF-1.7 …'))).toBe(true);
    expect(await looksRight(file('A.PDF', '%PDF-1.7 …'))).toBe(true);
    expect(await looksRight(file('a.txt', 'plain words'))).toBe(true);
    expect(await looksRight(file('a.docx', 'PK\u0003\u0004'))).toBe(true);
  });

  it('is no page under another name', async () => {
    for (const name of ['a.pdf', 'a.png', 'a.txt', 'a.csv', 'a.html', 'a.svg', 'a']) {
      expect([name, await looksRight(file(name, ' <html><script>'))]).toEqual([name, false]);
    }
    expect(await looksRight(file('a.txt', 'MZ\0\0'))).toBe(false);
  });

  it('says how large it is', () => {
    expect([900, 5_000, 5_000_000].map(readable)).toEqual(['900 B', '5 KB', '4.8 MB']);
  });
});
