import { expect, type Locator, type Page } from '@playwright/test';
import { api } from './business.ts';

/** What people do on the calendar, for its journeys to be told in a few lines. */

interface Named {
  id: string;
  name: string;
}

export interface Booked {
  name: string;
  date: string;
  start: string;
  resource: Named;
  other: Named;
}

const dateAfter = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Books a haircut with an hour free after it, and somebody else free at both times, in the weeks after the diary. */
export async function withHaircut(
  page: Page,
  name: string,
  when: number | { on: string; with: string },
): Promise<Booked> {
  const services = (await api<{ data: Named[] }>(page, '/api/v1/services')).data;
  const service = services.find((one) => one.name.startsWith('Haircut'))!;
  for (let days = 0; days < 7; days += 1) {
    const date = typeof when === 'number' ? dateAfter(when + days) : when.on;
    const found = await slotsOn(page, service.id, date, typeof when === 'number' ? null : when.with);
    if (!found) continue;
    const { start, resource, other } = found;
    await api(page, '/api/v1/appointments', {
      service_id: service.id,
      start,
      resource_ids: [resource.id],
      customer: { name },
    });
    return { name, date, start, resource, other };
  }
  throw new Error(`No haircut with an hour free after it, for ${name}`);
}

/** Two hours of time off for somebody who was free then. */
export async function withTimeOff(page: Page, reason: string, days: number) {
  const { date, start, resource, other } = await withHaircut(page, `Guest of ${reason}`, days);
  const from = hoursLater(start, 1);
  await api(page, '/api/v1/blocks', {
    resource_id: resource.id,
    start: new Date(from).toISOString(),
    end: new Date(from + 3_600_000).toISOString(),
    reason,
  });
  return { date, from, resource, other };
}

/** A class of somebody, with one person in it. */
export async function withClass(page: Page, name: string, days: number) {
  const { date, start, resource } = await withHaircut(page, `Guest of ${name}`, days);
  const service = await api<Named>(page, '/api/v1/services', {
    name,
    kind: 'class',
    duration_minutes: 30,
    capacity: 6,
    requires: [{ resource_ids: [resource.id] }],
  });
  const from = hoursLater(start, 1);
  const at = { service_id: service.id, start: new Date(from).toISOString() };
  await api(page, '/api/v1/classes', at);
  await api(page, '/api/v1/appointments', { ...at, customer: { name: `Pupil of ${name}` } });
  return { date, from, start, resource };
}

async function slotsOn(page: Page, service: string, date: string, only: string | null) {
  const { data } = await api<{ data: { start: string; resource_ids: string[] }[] }>(
    page,
    `/api/v1/availability?service_id=${service}&from=${date}&to=${date}`,
  );
  const later = (start: string, minutes: number) =>
    data.find((offer) => Date.parse(offer.start) === Date.parse(start) + minutes * 60_000);
  const { resources } = await api<{ resources: Named[] }>(page, `/api/v1/timeline?from=${date}&to=${date}`);
  const named = (id: string | undefined) => resources.find((one) => one.id === id);
  if (only) {
    const offer = data.find(({ resource_ids }) => resource_ids.includes(only));
    return offer && { start: offer.start, resource: named(only)!, other: named(only)! };
  }
  for (const { start, resource_ids } of data) {
    const [first, second] = resource_ids.filter((id) =>
      [45, 60, 90, 105, 120].every((by) => later(start, by)?.resource_ids.includes(id)),
    );
    const [resource, other] = [named(first), named(second)];
    if (resource && other) return { start, resource, other };
  }
  return null;
}

export async function openDay(page: Page, date: string, more = '') {
  await page.goto(`/calendar?date=${date}${more}`);
  await expect(page.locator('[data-canvas]')).toBeVisible();
}

export const barOf = (page: Page, name: string, row?: string): Locator =>
  page.locator(`${row ? `[data-row="${row}"] ` : ''}[data-bar][aria-label^="${name} "]`);

/** Pixels of an hour. */
export const hourOf = async (page: Page) => Number(await page.locator('[data-canvas]').getAttribute('data-hour'));

export async function middleOf(locator: Locator) {
  await locator.scrollIntoViewIfNeeded();
  const box = (await locator.boundingBox())!;
  return { x: box.x + box.width / 2, y: box.y + box.height / 2, box };
}

/** Drags as a hand does: down, some steps, up. */
export async function drag(page: Page, from: { x: number; y: number }, by: { x: number; y: number }, drop = true) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + by.x / 2, from.y + by.y / 2, { steps: 4 });
  await page.mouse.move(from.x + by.x, from.y + by.y, { steps: 4 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  if (drop) await page.mouse.up();
}

export const timeOf = (instant: string | number) =>
  new Intl.DateTimeFormat('en-US', { timeStyle: 'short', timeZone: 'America/New_York' }).format(
    typeof instant === 'number' ? instant : Date.parse(instant),
  );
export const hoursLater = (start: string, hours: number) => Date.parse(start) + hours * 3_600_000;
