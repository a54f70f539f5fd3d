export interface Beginning {
  columns: string[];
  rows: string[][];
}

const delimiters = [',', ';', '\t', '|'];

/** The header and the first rows of a table, read as spreadsheets write it (RFC 4180); only to be looked at: the server reads the file itself. */
export function tableBeginning(text: string, most = 5): Beginning {
  const start = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const line = /^[^\r\n]*/.exec(start)?.[0] ?? '';
  const delimiter = delimiters.reduce((best, one) => (line.split(one).length > line.split(best).length ? one : best));
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let place = 0; place < start.length && rows.length <= most; place += 1) {
    const letter = start[place]!;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (start[place + 1] === '"') { cell += '"'; place += 1; } else quoted = false;
    } else if (letter === '"' && cell === '') quoted = true;
    else if (letter === delimiter) { row.push(cell); cell = ''; } else if (letter === '\n') {
      row.push(cell.replace(/\r$/, ''));
      if (row.some((one) => one !== '')) rows.push(row);
      row = [];
      cell = '';
    } else cell += letter;
  }
  if (rows.length <= most && (cell !== '' || row.length > 0)) rows.push([...row, cell]);
  const [columns = [], ...rest] = rows;
  return { columns: columns.map((one) => one.trim()), rows: rest.slice(0, most) };
}
