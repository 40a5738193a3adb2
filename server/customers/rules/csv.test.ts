import { expect, test } from 'vitest';
import { csvRows, csvText } from './csv.ts';
import { decoded } from './encoding.ts';

const cellsOf = (text: string) => csvRows(text).rows.map(({ cells }) => cells);

test('quotes, line breaks within cells and every end of line are read', () => {
  expect(cellsOf('name,notes\r\n"Zoe ""Z"" B","two\r\nlines, and a comma"\rYan,\n')).toEqual([
    ['name', 'notes'],
    ['Zoe "Z" B', 'two\r\nlines, and a comma'],
    ['Yan', ''],
  ]);
});

test('the separator is the one the headings have, and empty rows keep their number', () => {
  const { separator, rows } = csvRows('name;phone\n\nZoe;"030; 12"\n;\n\nYan;1');
  expect(separator).toBe(';');
  expect(rows.map(({ row }) => row)).toEqual([1, 3, 6]);
});

test('a quote that is never closed is said, not read past the end', () => {
  expect(csvRows('name\n"Zoe\nYan').isOpen).toBe(true);
  expect(csvRows('').rows).toEqual([]);
});

test('no cell leaves as a formula, and comes back as it was', () => {
  const rows = [['=1+1', '+49 30 12', '-5', '@sum', '\tcmd', "it's", 'a,"b"', null, 3]];
  const text = csvText(rows);
  expect(text).toBe(`\ufeff'=1+1,'+49 30 12,'-5,'@sum,"'\tcmd",it's,"a,""b""",,3\r\n`);
  expect(cellsOf(text)[0]!.slice(0, 4)).toEqual(['=1+1', '+49 30 12', '-5', '@sum']);
});

test.for([
  ['utf-8', Buffer.from('Zoë;Müller')],
  ['utf-8', Buffer.from('\ufeffZoë;Müller')],
  ['utf-16le', Buffer.from('\ufeffZoë;Müller', 'utf16le')],
  ['utf-16le', Buffer.from('Zoë;Müller', 'utf16le')],
  ['utf-16be', Buffer.from('\ufeffZoë;Müller', 'utf16le').swap16()],
  ['windows-1252', Buffer.from('Zoë;Müller', 'latin1')],
] as const)('%s is found out and read', ([encoding, bytes]) => {
  expect(decoded(bytes)).toEqual({ encoding, text: 'Zoë;Müller' });
});
