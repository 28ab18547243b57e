/** Tables for people: units in the heads, numbers to the right, as wide as the terminal. */

export interface Column<Row> {
  readonly head: string;
  readonly align?: 'left' | 'right';
  readonly cell: (row: Row) => string;
  /** Left out first when the terminal is too narrow; 0 stays. */
  readonly dropFirst?: number;
}

const GAP = '  ';

/** Lines of equal shape; columns with the highest `dropFirst` go when `width` is too small for all. */
export function renderTable<Row>(rows: readonly Row[], columns: readonly Column<Row>[], width: number): string {
  let shown = columns.map((column) => {
    const cells = rows.map(column.cell);
    return { column, cells, width: Math.max(textWidth(column.head), ...cells.map(textWidth)) };
  });
  const total = () => shown.reduce((sum, { width: own }) => sum + own + GAP.length, -GAP.length);
  while (total() > width) {
    const least = Math.max(...shown.map(({ column }) => column.dropFirst ?? 0));
    if (least === 0) break;
    shown = shown.filter(({ column }) => (column.dropFirst ?? 0) < least);
  }
  const line = (texts: readonly string[]) => shown.map(({ column, width: own }, i) => {
    const blank = ' '.repeat(own - textWidth(texts[i]!));
    return column.align === 'right' ? blank + texts[i]! : texts[i]! + blank;
  }).join(GAP).trimEnd();
  return [line(shown.map(({ column }) => column.head)), ...rows.map((_, row) => line(shown.map(({ cells }) => cells[row]!)))].join('\n') + '\n';
}

 
const COLOURS = /\u001b\[[0-9;]*m/g;

function textWidth(text: string): number {
  return [...text.replace(COLOURS, '')].length;
}
