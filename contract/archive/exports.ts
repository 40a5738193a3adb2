import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { Id, idParams, InstantText, list } from '../core/fields.ts';

/** An archive of the whole business; see docs/archive-format.md. */
export const BusinessExport = z.object({
  id: Id,
  status: z.enum(['waiting', 'running', 'ready', 'failed']),
  done: z.int().describe('Rows that are written'),
  total: z.int(),
  bytes: z.int().nullable(),
  created_at: InstantText,
  ready_at: InstantText.nullable(),
  expires_at: InstantText.describe('Until when it can be downloaded'),
});
export type BusinessExport = z.output<typeof BusinessExport>;

export const listExports = endpoint({
  method: 'GET',
  path: '/api/v1/exports',
  summary: 'Archives of the business that can be downloaded or are being made, the newest first',
  tag: 'business',
  responses: { 200: list(BusinessExport) },
});

export const requestExport = endpoint({
  method: 'POST',
  path: '/api/v1/exports',
  summary: 'Ask for an archive of everything the business has, in both modes',
  tag: 'business',
  sudo: true,
  responses: { 201: BusinessExport },
  refusals: ['in_use'],
});

export const getExport = endpoint({
  method: 'GET',
  path: '/api/v1/exports/:id',
  summary: 'One archive, for whoever may download it now',
  tag: 'business',
  sudo: true,
  params: idParams,
  responses: { 200: BusinessExport },
});

export const downloadExport = endpoint({
  method: 'GET',
  path: '/api/v1/exports/:id/archive',
  summary: 'The archive itself (gzipped tar)',
  tag: 'business',
  sudo: true,
  params: idParams,
  produces: 'application/gzip',
  responses: { 200: z.string() },
  refusals: ['link_expired'],
});
