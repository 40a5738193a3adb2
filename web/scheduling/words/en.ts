import { words as desk } from './desk/en.ts';
import { words as setup } from './setup/en.ts';
import { words as shared } from './shared/en.ts';

export const words = { ...shared, ...setup, ...desk };
