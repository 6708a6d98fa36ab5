const FORM = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/;

export type Part = { unit: 'day' | 'hour' | 'minute' | 'second'; count: number };

/** PT1M30S as 1 minute and 30 seconds; nothing where the text is no duration. */
export function parts(text: string): Part[] {
  const found = FORM.exec(text.trim());
  if (!found) return [];
  const units = ['day', 'hour', 'minute', 'second'] as const;
  return units.flatMap((unit, index) => {
    const count = Number(found[index + 1] ?? 0);
    return count ? [{ unit, count }] : [];
  });
}

/** "30s, 5m, 1h" and "PT30S" alike, as the server wants them; what cannot be read is left for it to refuse. */
export function written(text: string): string {
  const short = /^([\d.]+)\s*([smhd])$/i.exec(text.trim());
  if (!short) return text.trim().toUpperCase();
  const [, count, unit] = short as unknown as [string, string, string];
  return unit.toLowerCase() === 'd' ? `P${count}D` : `PT${count}${unit.toUpperCase()}`;
}
