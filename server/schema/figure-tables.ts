import type { At, Json } from '../core/db/types.ts';

/** What the workers count for the overview of the console. */
export interface FigureTables {
  'public.tenant_figures': {
    tenant_id: string;
    usage: Json<Record<string, number>> | null;
    weeks: Json<Record<string, number>>;
    counted_at: At;
  };
  'public.platform_days': { day: string; sign_ins: number; failed_sign_ins: number };
}
