import type { Me } from '../api/types';

/** Who may have orders compared and differences repaired; the server decides again. */
export function mayAudit(me: Me): boolean {
  return me.modules.includes('audits') && me.roles.some((role) => ['operations', 'manager'].includes(role));
}
