import { type DestinationStream, pino, type Logger } from 'pino';

export type Log = Logger;

/** Structured lines, on standard output where nothing else is named; what must not be logged is cut here. */
export const makeLog = (level: string, to: DestinationStream = pino.destination(1)): Log =>
  pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.manage_token'] }, to);
