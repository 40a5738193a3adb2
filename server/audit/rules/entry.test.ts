import { expect, test } from 'vitest';
import { isOwnMac, macOf, occurredText, type Sealable, sealOf } from './entry.ts';

const key = Buffer.from('a key of the installation');
const entry: Sealable = {
  id: '0197fbb0-0000-7000-8000-000000000000',
  tenant_id: null,
  mode: null,
  occurred: occurredText(0),
  action: 'SIGN_IN',
  actor_id: null,
  actor_email: 'root@x.example',
  acting_as_id: null,
  acting_as_email: null,
  subject_id: null,
  subject_email: null,
  ip_address: '192.0.2.1',
  session_key: null,
  reason: null,
  detail: { b: 1, a: [{ d: 2, c: 3 }] },
};

test('an entry keeps its code whatever the order of its details', () => {
  const again = { ...entry, detail: { a: [{ c: 3, d: 2 }], b: 1 } };
  expect(isOwnMac(key, again, macOf(key, entry))).toBe(true);
});

test.for(Object.keys(entry) as (keyof Sealable)[])('a change of %s breaks the code', (field) => {
  const value = field === 'detail' ? { b: 1 } : 'other';
  expect(isOwnMac(key, { ...entry, [field]: value }, macOf(key, entry))).toBe(false);
});

test('a value moved from one field to the next breaks it too', () => {
  const moved = { ...entry, actor_email: null, acting_as_id: 'root@x.example' };
  expect(macOf(key, moved)).not.toEqual(macOf(key, entry));
});

test('without the key there is no code', () => {
  expect(macOf(Buffer.from('another'), entry)).not.toEqual(macOf(key, entry));
});

test('a seal belongs to one chain, one place and one past', () => {
  const link = { chain: 'a', position: 2, previous: Buffer.from('before'), mac: Buffer.from('mac') };
  const seals = [
    link,
    { ...link, chain: 'b' },
    { ...link, position: 3 },
    { ...link, previous: Buffer.from('other') },
    { ...link, previous: null },
    { ...link, mac: Buffer.from('other') },
  ].map((one) => sealOf(key, one).toString('hex'));
  expect(new Set(seals).size).toBe(seals.length);
});
