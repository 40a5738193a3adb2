import { pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured lines on standard output; what must not be logged is cut here. */
export const makeLog = (level: string): Log =>
  pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.manage_token'] });
