import type { DecisionPage } from '../api/types';

/** A rule as it is being typed; one without id is new. */
export interface DraftRule {
  key: string;
  id: string | null;
  description: string;
  inputs: string[];
  outputs: string[];
}

export function draftOf(page: Pick<DecisionPage, 'table'>): DraftRule[] {
  return page.table.rules.map((rule) => ({ ...rule, key: rule.id }));
}

export function sent(rules: DraftRule[]) {
  return rules.map(({ id, description, inputs, outputs }) => ({ id, description, inputs, outputs }));
}

export function isChanged(page: DecisionPage, rules: DraftRule[]): boolean {
  return JSON.stringify(sent(draftOf(page))) !== JSON.stringify(sent(rules));
}

let made = 0;

/** An empty rule before the one at this place: the last one of a table often takes all that is left. */
export function withNew(
  rules: DraftRule[],
  at: number,
  columns: { inputs: number; outputs: number },
): DraftRule[] {
  const rule = {
    key: `new-${++made}`,
    id: null,
    description: '',
    inputs: Array<string>(columns.inputs).fill(''),
    outputs: rules[at]?.outputs.slice() ?? Array<string>(columns.outputs).fill(''),
  };
  return [...rules.slice(0, at), rule, ...rules.slice(at)];
}

export function moved(rules: DraftRule[], from: number, to: number): DraftRule[] {
  if (to < 0 || to >= rules.length) return rules;
  const next = rules.slice();
  const [rule] = next.splice(from, 1);
  next.splice(to, 0, rule!);
  return next;
}

/** The server names cells by place: rules[2].inputs[0]. */
export function cellOf(
  field: string,
): { rule: number; kind?: 'inputs' | 'outputs'; column?: number } | undefined {
  const found = /^rules\[(\d+)](?:\.(inputs|outputs)\[(\d+)])?$/.exec(field);
  if (!found) return undefined;
  return {
    rule: Number(found[1]),
    kind: found[2] as 'inputs' | 'outputs' | undefined,
    column: found[3] === undefined ? undefined : Number(found[3]),
  };
}
