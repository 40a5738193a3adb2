import type { ColumnType } from 'kysely';
import type { At, AtOrNull, Defaulted, Json } from '../core/db/types.ts';

/** What a receiver of webhooks answered, as far as it is kept. */
export interface StoredResponse {
  status: number;
  headers: Record<string, string>;
  body: string;
  is_cut: boolean;
}

/** The tables of webhooks, part of those of one business in one mode. */
export interface WebhookTables {
  webhooks: {
    id: string;
    revision: Defaulted<number>;
    url: string;
    description: Defaulted<string>;
    event_types: ColumnType<string[] | null, string[] | null, string[] | null>;
    is_active: Defaulted<boolean>;
    secret: Buffer;
    previous_secret: ColumnType<Buffer | null, undefined, Buffer | null>;
    previous_until: ColumnType<number | null, undefined, Date | null>;
    failures: Defaulted<number>;
    failing_since: ColumnType<number | null, undefined, Date | null>;
    retry_at: ColumnType<number | null, undefined, Date | null>;
    disabled_at: ColumnType<number | null, undefined, Date | null>;
    created_at: At;
    updated_at: At;
  };
  webhook_deliveries: {
    id: string;
    webhook_id: string;
    event_id: string;
    status: Defaulted<'pending' | 'delivered' | 'failed'>;
    attempts: Defaulted<number>;
    tries: Defaulted<number>;
    next_at: AtOrNull;
    give_up_at: At;
    last_status: ColumnType<number | null, undefined, number | null>;
    last_error: ColumnType<string | null, undefined, string | null>;
    created_at: At;
    delivered_at: ColumnType<number | null, undefined, Date | null>;
  };
  webhook_attempts: {
    id: string;
    webhook_id: string;
    delivery_id: string;
    at: At;
    duration_ms: number;
    succeeded: boolean;
    request: Json<{ url: string; headers: Record<string, string>; body: string }>;
    response: ColumnType<StoredResponse | null, string | null, never>;
    error: string | null;
  };
}
