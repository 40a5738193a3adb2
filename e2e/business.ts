import { type APIRequestContext, expect, type Page } from '@playwright/test';
import { at } from './installation.ts';

/** What the people of a business do in their rooms, for the journeys to be told in a few lines. */

/** Asks the API as the person in the page. */
export const api = <T>(page: Page, path: string, body?: object): Promise<T> =>
  page.evaluate(
    async ({ path, body }) => {
      const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
      const answer = await fetch(path, body ? { method: 'POST', headers, body: JSON.stringify(body) } : {});
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
      return answer.json();
    },
    { path, body },
  ) as Promise<T>;

/** Without the form, which has journeys of its own. */
export async function comeIn(page: Page, who = 'owner@demo.example', address = at('demo')) {
  await page.goto(`${address}/favicon.svg`);
  await api(page, '/api/auth/login', { email: who, password: 'smooth-demo' });
}

export async function signIn(page: Page, who: string, path = '/') {
  const { origin, href } = new URL(path, at('demo'));
  await comeIn(page, who, origin);
  await page.goto(href);
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
}

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
export const panel = (page: Page, name: string | RegExp) => page.getByRole('complementary', { name });
export const told = (page: Page, text: string | RegExp) =>
  expect(page.getByRole('alert').filter({ hasText: text }).first()).toBeVisible();

interface Service {
  id: string;
  name: string;
  needs_approval: boolean;
  questions: { key: string; kind: string; choices: string[]; is_required: boolean }[];
}

/** A visitor asks for a service that needs approval, some days ahead. */
export async function requestFromOutside(request: APIRequestContext, name: string) {
  // Node does not resolve sub-domains of localhost; the header names the business instead.
  const headers = { 'X-Business-Subdomain': 'demo', Origin: at() };
  const read = async <T>(path: string) => (await (await request.get(at() + path, { headers })).json()) as { data: T[] };
  const services = await read<Service>('/api/booking/services');
  const service = services.data.find(({ needs_approval }) => needs_approval)!;
  const [from, to] = [4, 20].map((days) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10));
  const span = `service_id=${service.id}&from=${from}&to=${to}`;
  const offers = await read<{ start: string }>(`/api/booking/availability?${span}`);
  const needed = service.questions.filter(({ is_required }) => is_required);
  const answer = await request.post(`${at()}/api/booking/appointments`, {
    headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
    data: {
      service_id: service.id,
      start: offers.data[Math.floor(Math.random() * offers.data.length)]!.start,
      customer: { name, email: `${crypto.randomUUID()}@mail.example`, phone: '+1 212 555 0199' },
      answers: Object.fromEntries(
        needed.map(({ key, kind, choices }) => [key, kind === 'checkbox' ? true : (choices[0] ?? 'None')]),
      ),
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
  return service;
}

/** The first free time on the first day that has one. */
export async function pickFreeTime(page: Page) {
  await page
    .getByRole('button', { name: /, [1-9]\d* free$/ })
    .last()
    .click();
  await page
    .getByRole('group', { name: /^Free times on/ })
    .getByRole('button')
    .last()
    .click();
}

export async function choose(page: Page, label: string, option: string | RegExp) {
  await page.getByRole('combobox', { name: label, exact: true }).last().click();
  await page.getByRole('option', { name: option }).first().click();
}
