import type { TableProps } from 'antd';

const USUAL = 20;

type Change = (changes: { page: number | ''; size: number | ''; sort: string }) => void;
type OnChange<Row> = NonNullable<TableProps<Row>['onChange']>;

/** The order a table was asked for, as the address and the server say it; empty where it is the list's own. */
export function sortOf<Row>(sorter: Parameters<OnChange<Row>>[2]): string {
  const first = Array.isArray(sorter) ? sorter[0] : sorter;
  return first?.order ? `${String(first.columnKey)},${first.order === 'ascend' ? 'asc' : 'desc'}` : '';
}

/**
 * How the columns of a table ordered by {@code sort} (`created,desc`) show it.
 *
 * @returns what a column that can be ordered by takes, by its key
 */
export function sortedBy(sort: string) {
  const [field, way] = sort.split(',');
  return (column: string) => ({
    sorter: true,
    sortOrder: field === column ? (way === 'asc' ? ('ascend' as const) : ('descend' as const)) : null,
  });
}

/** How a table shows one page of a list, and what it changes in the address; what is as usual is not said there. */
export function paged<Row>(
  list: { total: number } | undefined,
  page: number | string,
  size: number | string,
  change: Change,
): Pick<TableProps<Row>, 'pagination' | 'onChange'> {
  const total = list?.total ?? 0;
  return {
    pagination: {
      current: Number(page) + 1,
      pageSize: Number(size),
      total,
      showSizeChanger: true,
      pageSizeOptions: [20, 50, 100, 200],
      hideOnSinglePage: total <= USUAL,
    },
    onChange: (next, _filters, sorter) =>
      change({
        page: (next.current ?? 1) - 1 || '',
        size: next.pageSize === USUAL ? '' : (next.pageSize ?? ''),
        sort: sortOf(sorter),
      }),
  };
}
