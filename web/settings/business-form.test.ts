import { expect, test } from 'vitest';
import { speechOf } from '../words/speech.ts';
import { words } from './words/en.ts';
import { type BusinessForm, changesOf, fieldOf, missing } from './business-form.ts';

const speech = speechOf(words, 'en');
const salon: BusinessForm = {
  name: 'Salon',
  email: 'hello@salon.example',
  phone: '',
  address: '',
  time_zone: 'Europe/Berlin',
  currency: 'EUR',
  locale: 'de',
  color: '#a8326b',
  logo_url: '',
  tagline: 'Hair',
};

test('only what differs is sent, and what was emptied is taken away', () => {
  expect(changesOf(salon, { ...salon, name: ' Salon ', email: '', tagline: '' })).toEqual({
    email: null,
    branding: { tagline: null },
  });
});

test('a colour alone does not touch the rest of the branding', () => {
  expect(changesOf(salon, { ...salon, color: '#0e7490' })).toEqual({ branding: { color: '#0e7490' } });
});

test('what cannot be kept is said beside its field', () => {
  expect(missing(salon, speech)).toEqual({});
  expect(missing({ ...salon, color: '' }, speech)).toEqual({});
  expect(
    Object.keys(missing({ ...salon, name: ' ', color: '#12', logo_url: 'http://salon.example/a.png' }, speech)),
  ).toEqual(['name', 'color', 'logo_url']);
  expect(fieldOf('branding.color')).toBe('color');
});
