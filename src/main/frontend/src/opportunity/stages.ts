import type { OpportunityRow } from '../api/types';

export const STAGES = ['discovery', 'requirement', 'solution', 'contract', 'order'] as const;
export type StageName = (typeof STAGES)[number];

export type Move = 'advance' | 'return';

/** What dropping a card at a stage would mean; nothing where it is not one step away. */
export function moveTo(card: OpportunityRow, stage: StageName): Move | undefined {
  const here = STAGES.indexOf(card.stage as StageName);
  const there = STAGES.indexOf(stage);
  if (here < 0) return undefined;
  // the first three stages of a small deal are one
  const next = card.quick && here < 3 ? 3 : here + 1;
  if (there === next) return 'advance';
  return there === here - 1 ? 'return' : undefined;
}

export function mayMove(card: OpportunityRow): boolean {
  return card.mine && card.waitsAt === 'stage';
}

/** 80,000 or 12.5 */
export function yuan(amount: number | string | null | undefined): string {
  return Number(amount ?? 0).toLocaleString('zh-CN', { maximumFractionDigits: 2 });
}
