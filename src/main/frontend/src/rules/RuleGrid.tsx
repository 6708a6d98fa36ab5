import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionTable } from '../api/types';
import { moved, withNew, type DraftRule } from './draft';
import { useTableWords } from './useTableWords';

/** The rules of a table, cell by cell; columns and hit policy stay as they are. */
export function RuleGrid({
  table,
  rules,
  onChange,
  readOnly,
  lit,
  errors,
}: {
  table: DecisionTable;
  rules: DraftRule[];
  onChange: (rules: DraftRule[]) => void;
  readOnly: boolean;
  /** Places of the rules that match the example. */
  lit: ReadonlySet<number>;
  /** What is wrong, by "rule", "rule.inputs.column" or "rule.outputs.column". */
  errors: Record<string, string>;
}) {
  const { t } = useTranslation('rules');
  const words = useTableWords();
  const columns = { inputs: table.inputs.length, outputs: table.outputs.length };
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    body.current?.querySelector('tr[data-lit=true]')?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  const change = (at: number, changes: Partial<DraftRule>) =>
    onChange(rules.map((rule, place) => (place === at ? { ...rule, ...changes } : rule)));

  return (
    <div className="grid-scroll" tabIndex={readOnly ? 0 : undefined}>
      <table className="grid">
        <caption className="sr-only">{words.table(table.id, table.name)}</caption>
        <thead>
          <tr>
            <th scope="col" className="grid-place">
              {t(`hit.${table.hitPolicy}` as 'hit.FIRST')}
            </th>
            {table.inputs.map((input, column) => (
              <th
                key={input.id}
                scope="col"
                className="grid-input"
                style={{ minWidth: wide(rules.map(({ inputs }) => inputs[column] ?? '')) }}
              >
                {words.column(input.expression, input.label)}
                <small>{t(`types.${input.type}` as 'types.string')}</small>
              </th>
            ))}
            {table.outputs.map((output, column) => (
              <th
                key={output.id}
                scope="col"
                className="grid-output"
                style={{ minWidth: wide(rules.map(({ outputs }) => outputs[column] ?? '')) }}
              >
                {words.column(output.name, output.label)}
                <small>{t(`types.${output.type}` as 'types.string')}</small>
              </th>
            ))}
            <th scope="col">{t('description')}</th>
            {!readOnly && <th scope="col" className="grid-tools" aria-label={t('actions')} />}
          </tr>
        </thead>
        <tbody ref={body}>
          {rules.map((rule, at) => (
            <tr key={rule.key} data-lit={lit.has(at)} aria-selected={lit.has(at) || undefined}>
              <th scope="row" className="grid-place">
                {at + 1}
                {lit.has(at) && <span className="grid-hit">{t('matched')}</span>}
                {errors[at] && <div className="field-error">{errors[at]}</div>}
              </th>
              {rule.inputs.map((cell, column) => (
                <Cell
                  key={column}
                  label={t('cell', {
                    rule: at + 1,
                    column: words.column(table.inputs[column]!.expression, table.inputs[column]!.label),
                  })}
                  value={cell}
                  blank={t('anyCell')}
                  readOnly={readOnly}
                  error={errors[`${at}.inputs.${column}`]}
                  onChange={(text) =>
                    change(at, { inputs: rule.inputs.map((old, i) => (i === column ? text : old)) })
                  }
                />
              ))}
              {rule.outputs.map((cell, column) => (
                <Cell
                  key={column}
                  label={t('cell', {
                    rule: at + 1,
                    column: words.column(table.outputs[column]!.name, table.outputs[column]!.label),
                  })}
                  value={cell}
                  values={table.outputs[column]!.values}
                  readOnly={readOnly}
                  error={errors[`${at}.outputs.${column}`]}
                  onChange={(text) =>
                    change(at, { outputs: rule.outputs.map((old, i) => (i === column ? text : old)) })
                  }
                />
              ))}
              <Cell
                label={t('cell', { rule: at + 1, column: t('description') })}
                value={rule.description}
                plain
                readOnly={readOnly}
                onChange={(description) => change(at, { description })}
              />
              {!readOnly && (
                <td className="grid-tools">
                  <Button
                    size="small"
                    type="text"
                    icon={<PlusOutlined />}
                    aria-label={t('insertBefore', { rule: at + 1 })}
                    onClick={() => onChange(withNew(rules, at, columns))}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<ArrowUpOutlined />}
                    disabled={at === 0}
                    aria-label={t('up', { rule: at + 1 })}
                    onClick={() => onChange(moved(rules, at, at - 1))}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<ArrowDownOutlined />}
                    disabled={at === rules.length - 1}
                    aria-label={t('downwards', { rule: at + 1 })}
                    onClick={() => onChange(moved(rules, at, at + 1))}
                  />
                  <Button
                    size="small"
                    type="text"
                    icon={<DeleteOutlined />}
                    disabled={rules.length === 1}
                    aria-label={t('removeRule', { rule: at + 1 })}
                    onClick={() => onChange(rules.filter((_, place) => place !== at))}
                  />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** As wide as the longest word of a column, so that none is broken. */
function wide(cells: string[]): number {
  const longest = Math.max(4, ...cells.flatMap((cell) => cell.split(/[\s,]+/)).map(({ length }) => length));
  return Math.min(longest, 30) * 7.3 + 26;
}

const Cell = memo(function Cell({
  label,
  value,
  values,
  blank,
  plain,
  readOnly,
  error,
  onChange,
}: {
  label: string;
  value: string;
  /** What the cell may say, where that is limited. */
  values?: string[];
  /** What an empty one means. */
  blank?: string;
  plain?: boolean;
  readOnly: boolean;
  error?: string;
  onChange: (text: string) => void;
}) {
  const said = value || (blank ?? '');
  return (
    <td data-wrong={!!error}>
      {readOnly ? (
        <span className={plain ? 'grid-words' : value ? 'grid-feel' : 'muted'}>{said}</span>
      ) : values?.length ? (
        <Select
          variant="borderless"
          aria-label={label}
          value={value || undefined}
          popupMatchSelectWidth={false}
          options={values.map((word) => ({ value: `"${word}"`, label: word }))}
          onChange={onChange}
        />
      ) : (
        <Input.TextArea
          variant="borderless"
          autoSize={{ minRows: 1, maxRows: 6 }}
          className={plain ? 'grid-words' : 'grid-feel'}
          aria-label={label}
          aria-invalid={!!error || undefined}
          placeholder={blank}
          spellCheck={false}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {error && (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </td>
  );
});
