import { listCustomers } from '@smooth/contract/customers/customers.ts';
import { exportCustomers, getImport, previewImport, startImport } from '@smooth/contract/customers/imports.ts';
import { startBackground, until } from '../testing/post-office.ts';
import type { Person } from '../testing/person.ts';
import { expect, test as bare } from '../testing/test.ts';

const test = bare.extend('background', { scope: 'file' }, async ({ house }, { onCleanup }) => {
  const background = await startBackground(house);
  onCleanup(() => background.stop());
  return background;
});
type Background = Awaited<ReturnType<typeof startBackground>>;

const file = (text: string, known: 'complete' | 'overwrite' = 'complete') => ({
  file_name: 'customers.csv',
  text,
  known,
});

async function imported(person: Person, { worker }: Background, body: ReturnType<typeof file>) {
  const { body: begun } = await person.call(startImport, { body });
  await worker.sweep();
  const read = async () => (await person.call(getImport, { params: { id: begun.id } })).body;
  await until(async () => (await read()).status === 'done');
  return read();
}

test('a preview says for each row what is wrong, and changes nothing', async ({ olga, salon }) => {
  const before = await salon.mark();
  const text =
    'Name;E-Mail;Telefon;Extra\nZoe;zoe@list.example;030 12345;x\n;nobody@list.example;;\nYan;not an e-mail;call me;\nZoe again;ZOE@list.example;;';
  const { body } = await olga.call(previewImport, { body: file(text) });
  expect(body).toMatchObject({ separator: ';', encoding: 'utf-8', total: 4, added: 1, refused: 3, missing: [] });
  expect(body.columns.map(({ field }) => field)).toEqual(['name', 'email', 'phone', null]);
  expect(body.problems.map(({ row, column, problem }) => ({ row, column, problem }))).toEqual([
    { row: 3, column: 'Name', problem: 'There is no name' },
    { row: 4, column: 'E-Mail', problem: '“not an e-mail” is not an e-mail address' },
    { row: 4, column: 'Telefon', problem: '“call me” is not a phone number' },
    { row: 5, column: null, problem: 'The same person as in row 2' },
  ]);
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('bytes are read as what they are: UTF-16 and Windows-1252 are found out and said', async ({ olga }) => {
  const preview = async (bytes: Buffer) =>
    (await olga.call(previewImport, { body: { file_name: 'a.csv', base64: bytes.toString('base64') } })).body;
  expect(await preview(Buffer.from('\ufeffname\nZoë', 'utf16le'))).toMatchObject({ encoding: 'utf-16le', added: 1 });
  expect(await preview(Buffer.from('name\nZoë', 'latin1'))).toMatchObject({ encoding: 'windows-1252', added: 1 });
  expect(await preview(Buffer.from('name\nZoë'))).toMatchObject({ encoding: 'utf-8', added: 1 });
});

test('a file without a column for the name, or without rows, is not taken', async ({ olga, salon }) => {
  const before = await salon.mark();
  const { body } = await olga.call(previewImport, { body: file('e-mail\nzoe@list.example') });
  expect(body).toMatchObject({ missing: ['name'], total: 1, refused: 1 });
  for (const text of ['e-mail\nzoe@list.example', 'name\n', ''])
    expect(await olga.call(startImport, { body: file(text) })).toBeRefused(400, 'malformed_request', '/body/text');
  expect(await olga.call(startImport, { body: { file_name: 'a.csv' } })).toBeRefused(
    400,
    'malformed_request',
    '/body/text',
  );
  expect(await salon.eventsSince(before)).toEqual([]);
});

test('the same file twice changes nothing the second time, whatever tells its people apart', async ({
  olga,
  salon,
  background,
}) => {
  const text =
    'id,name,email,phone,tags\nk-1,By Key,,030 7777777,"vip, new"\n,By Mail,by@mail.example,,\n,By Name,,030 8888888,';
  expect(await imported(olga, background, file(text))).toMatchObject({ total: 3, done: 3, added: 3, refused: 0 });
  const before = await salon.rows('SELECT * FROM customers ORDER BY id');
  expect(await imported(olga, background, file(text))).toMatchObject({ added: 0, changed: 0, unchanged: 3 });
  expect(await salon.rows('SELECT * FROM customers ORDER BY id')).toEqual(before);
});

test('what is known is completed, or replaced where that is asked for', async ({ olga, background }) => {
  await olga.post('/api/v1/customers', { name: 'Gap', email: 'gap@list.example', notes: 'Mine', tags: ['a'] });
  const text = 'name,email,phone,notes,tags\nOther,gap@list.example,030 1231231,Theirs,b';
  await imported(olga, background, file(text));
  const read = async () => (await olga.call(listCustomers, { query: { q: 'gap@list.example' } })).body.data[0];
  expect(await read()).toMatchObject({
    name: 'Gap',
    phone: '030 1231231',
    notes: 'Mine',
    tags: ['a', 'b'],
    revision: 2,
  });
  await imported(olga, background, file(text, 'overwrite'));
  expect(await read()).toMatchObject({ name: 'Other', notes: 'Theirs', revision: 3 });
});

test('formulas are text on the way in and harmless on the way out; what left comes back as it was', async ({
  olga,
  salon,
  background,
}) => {
  await imported(olga, background, file('name,notes\n=cmd|calc,"@SUM(1;2)\n+1"'));
  const { text, headers } = await olga.call(exportCustomers, { query: { q: '=cmd' } });
  expect(headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="customers.csv"',
  });
  expect(text.split('\r\n')[1]).toMatch(/^[0-9a-f-]{36},'=cmd\|calc,,,,"'@SUM\(1;2\)\n\+1",/);
  const before = await salon.rows('SELECT * FROM customers ORDER BY id');
  const all = await olga.call(exportCustomers);
  expect(await imported(olga, background, file(all.text, 'overwrite'))).toMatchObject({ added: 0, changed: 0 });
  expect(await salon.rows('SELECT * FROM customers ORDER BY id')).toEqual(before);
});

test('a worker that takes over goes on where the other one stopped', async ({ olga, salon, background }) => {
  const rows = Array.from({ length: 1200 }, (_, number) => `Row ${number},row${number}@list.example`);
  const { body } = await olga.call(startImport, { body: file(`name,email\n${rows.join('\n')}`) });
  // As another worker left it: five hundred rows are done.
  await salon.rows("UPDATE customer_imports SET done = 500, status = 'running' WHERE id = $1", [body.id]);
  const before = await salon.mark();
  await background.worker.sweep();
  await until(async () => (await olga.call(getImport, { params: { id: body.id } })).body.status === 'done');
  const [count] = await salon.rows("SELECT count(*)::int AS n FROM customers WHERE email LIKE 'row%@list.example'");
  expect(count).toEqual({ n: 700 });
  expect((await salon.eventsSince(before)).map(({ type }) => type)).toEqual(['customer.imported', 'customer.imported']);
});

test('fifty thousand rows are previewed within seconds, one more is refused', { timeout: 60_000 }, async ({ olga }) => {
  const rows = Array.from({ length: 50_000 }, (_, number) => `P ${number},p${number}@many.example`);
  const began = performance.now();
  const { body } = await olga.call(previewImport, { body: file(`name,email\n${rows.join('\n')}`) });
  expect(body).toMatchObject({ total: 50_000, added: 50_000, refused: 0 });
  expect(performance.now() - began).toBeLessThan(15_000);
  expect(await olga.call(previewImport, { body: file(`name\n${'x\n'.repeat(50_001)}`) })).toBeRefused(
    422,
    'limit_reached',
  );
});

test('only those who run the business import and export', async ({ ana, maya }) => {
  for (const person of [ana, maya]) {
    expect(await person.call(previewImport, { body: file('name\nX') })).toBeRefused(403, 'forbidden');
    expect(await person.call(startImport, { body: file('name\nX') })).toBeRefused(403, 'forbidden');
    expect(await person.call(exportCustomers)).toBeRefused(403, 'forbidden');
  }
});
