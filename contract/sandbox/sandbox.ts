import { z } from 'zod';
import { endpoint } from '../core/endpoint.ts';
import { InstantText } from '../core/fields.ts';

export const sandboxWorlds = ['empty', 'salon', 'clinic'] as const;

export const SandboxStatus = z.object({
  sandbox_mode: z.boolean().describe('Whether this session works in the sandbox'),
  sandbox_enabled: z.boolean(),
  now: InstantText.describe('What the clock of the sandbox shows'),
  is_clock_moved: z.boolean(),
  filling: z
    .object({
      world: z.enum(sandboxWorlds),
      done: z.int(),
      total: z.int().describe('0 while it is not known yet'),
      failed: z.boolean(),
    })
    .nullable()
    .describe('The sample world that is being filled in; null when there is nothing to wait for'),
});
export type SandboxStatus = z.output<typeof SandboxStatus>;

export const sandboxStatus = endpoint({
  method: 'GET',
  path: '/api/sandbox/status',
  summary: 'The mode of this session, and the state of the sandbox',
  tag: 'sandbox',
  responses: { 200: SandboxStatus },
});

export const toggleSandbox = endpoint({
  method: 'POST',
  path: '/api/sandbox/toggle',
  summary: 'Switch this session between live and sandbox',
  tag: 'sandbox',
  body: z.strictObject({ sandbox: z.boolean() }),
  responses: { 200: SandboxStatus },
  refusals: ['sandbox_disabled', 'mode_conflict'],
});

export const resetSandbox = endpoint({
  method: 'POST',
  path: '/api/sandbox/reset',
  summary: 'Empty the sandbox, set its clock back, and fill it with a sample world if one is named',
  tag: 'sandbox',
  body: z.strictObject({ world: z.enum(sandboxWorlds).default('empty') }).optional(),
  responses: { 200: SandboxStatus },
  refusals: ['sandbox_disabled', 'sandbox_filling'],
});

export const moveSandboxClock = endpoint({
  method: 'POST',
  path: '/api/sandbox/clock',
  summary: 'Move the clock of the sandbox ahead: reminders and expiries until then happen',
  tag: 'sandbox',
  body: z.strictObject({ now: InstantText }),
  responses: { 200: SandboxStatus },
  refusals: ['sandbox_disabled'],
});
