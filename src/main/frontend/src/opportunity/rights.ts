import type { Me } from '../api/types';

const ENTERING = ['account-manager', 'tele-manager', 'opportunity-admin', 'manager', 'hotline', 'hall'];

/** Who may enter opportunities; the server decides again. */
export function mayEnter(me: Me): boolean {
  return me.modules.includes('opportunities') && me.roles.some((role) => ENTERING.includes(role));
}

/** Who keeps templates; the server decides again. */
export function keepsTemplates(me: Me): boolean {
  return me.roles.includes('opportunity-admin') || me.roles.includes('manager');
}
