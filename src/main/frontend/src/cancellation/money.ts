/** 11,970.00 */
export function money(amount: number | string | null | undefined): string {
  return Number(amount ?? 0).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

/** 0.5 → 50 */
export function percent(share: number | string): string {
  return (Number(share) * 100).toLocaleString('zh-CN', { maximumFractionDigits: 1 });
}
