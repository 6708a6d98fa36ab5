import type { Me } from '../api/types';

/** Who may enter orders; the server decides again. */
export function mayOrder(me: Me): boolean {
  return me.modules.includes('order-entry');
}
