import { z } from 'zod';
import { event } from '../core/event.ts';
import { InstantText } from '../core/fields.ts';
import { sandboxWorlds } from './sandbox.ts';

export const sandboxReset = event('sandbox.reset', z.object({ world: z.enum(sandboxWorlds) }));
export const sandboxFilled = event('sandbox.filled', z.object({ world: z.enum(sandboxWorlds) }));
export const sandboxClockMoved = event('sandbox.clock_moved', z.object({ now: InstantText }));
