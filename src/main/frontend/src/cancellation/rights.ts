import type { Me } from '../api/types';

const ENTERING = ['account-manager', 'tele-manager', 'manager', 'hotline', 'hall'];

/** Who may enter cancellations; the server decides again. */
export function mayCancel(me: Me): boolean {
  return me.modules.includes('cancellations') && me.roles.some((role) => ENTERING.includes(role));
}
