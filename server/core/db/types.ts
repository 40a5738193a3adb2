import type { ColumnType, Generated, JSONColumnType } from 'kysely';

/** An instant: read as milliseconds since the epoch, written as a Date. */
export type At = ColumnType<number, Date, Date>;
export type AtOrNull = ColumnType<number | null, Date | null, Date | null>;
/** A JSON column: read as a value, written as its text. */
export type Json<T extends object> = JSONColumnType<T>;
export type Defaulted<T> = Generated<T>;
