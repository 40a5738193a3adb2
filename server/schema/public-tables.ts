import type { ColumnType, GeneratedAlways } from 'kysely';
import type { Mode, Role } from '@smooth/contract/identity/roles.ts';
import type { Entitlements, Limits, Overrides, Permissions, Tier } from '@smooth/contract/tenancy/entitlements.ts';
import type { ExportTable } from './export-table.ts';
import type { At, AtOrNull, Defaulted, Json } from '../core/db/types.ts';
import type { FigureTables } from './figure-tables.ts';

/** What is done with a business as soon as its schemas are there. */
export interface Provision {
  world?: 'salon' | 'clinic' | 'empty';
  setup?: Setup;
}

/** What an owner said in the wizard. */
export interface Setup {
  owner: { id: string; name: string };
  weekdays: number[];
  opens: string;
  closes: string;
  service_name: string;
  service_minutes: number;
  service_price_minor: number;
}

/** How far a sandbox is filled with a sample world. */
export interface SandboxFilling {
  world: 'empty' | 'salon' | 'clinic';
  done: number;
  total: number;
  failed: boolean;
}

/** The shared tables, as migrations/public makes them. Always named with their schema. */
export interface PublicTables extends FigureTables {
  'public.tenants': {
    id: string;
    revision: Defaulted<number>;
    name: string;
    schema_name: string;
    subdomain: string;
    status: Defaulted<'active' | 'suspended' | 'closed'>;
    tier: Defaulted<Tier>;
    overrides: ColumnType<Overrides, string | undefined, string>;
    /** Of the plan, with the overrides over it; kept by the database. */
    entitlements: GeneratedAlways<Entitlements>;
    provisioned_at: ColumnType<number | null, null | undefined, Date>;
    provision: ColumnType<Provision, string | undefined, string>;
    provision_error: string | null;
    expires_at: AtOrNull;
    closed_at: AtOrNull;
    delete_after: AtOrNull;
    sandbox_enabled: Defaulted<boolean>;
    sandbox_clock_ms: Defaulted<number>;
    sandbox_filling: ColumnType<SandboxFilling | null, never, string | null>;
    is_temporary: Defaulted<boolean>;
    time_zone: string;
    currency: string;
    locale: Defaulted<string>;
    address: string | null;
    phone: string | null;
    email: string | null;
    brand_color: string | null;
    logo_url: string | null;
    tagline: string | null;
    created_at: At;
    updated_at: At;
  };
  'public.plans': {
    tier: Tier;
    revision: Defaulted<number>;
    limits: Json<Limits>;
    permissions: Json<Permissions>;
    updated_at: At;
  };
  'public.business_invitations': {
    id: string;
    revision: Defaulted<number>;
    email: string;
    business_name: string;
    tier: Tier;
    locale: Defaulted<'en' | 'es' | 'fr' | 'de'>;
    overrides: ColumnType<Overrides | null, string | null, string | null>;
    invited_by: string | null;
    token_hash: Buffer | null;
    mail_due_at: AtOrNull;
    mail_attempts: Defaulted<number>;
    mail_error: string | null;
    mailed_at: ColumnType<number | null, Date | null | undefined, Date | null>;
    created_at: At;
    updated_at: At;
    expires_at: At;
    revoked_at: ColumnType<number | null, Date | null | undefined, Date | null>;
    accepted_at: ColumnType<number | null, Date | null | undefined, Date | null>;
    tenant_id: string | null;
  };
  'public.domains': {
    id: string;
    tenant_id: string;
    hostname: string;
    is_primary: Defaulted<boolean>;
    verified_at: ColumnType<number | null, undefined, Date | null>;
    created_at: At;
    challenge: GeneratedAlways<string>;
    checked_at: ColumnType<number | null, undefined, Date>;
    found_cname: string | null;
    found_txt: Defaulted<string[]>;
    check_error: string | null;
  };
  'public.exports': ExportTable;
  'public.tenant_schemas': {
    schema_name: string;
    tenant_id: string;
    mode: Mode;
    version: Defaulted<number>;
    status: Defaulted<'creating' | 'ready' | 'failed'>;
    error: string | null;
    updated_at: At;
  };
  'public.users': {
    id: string;
    revision: Defaulted<number>;
    tenant_id: string | null;
    role: Role;
    is_sandbox: Defaulted<boolean>;
    email: string;
    name: string;
    password_hash: string | null;
    locale: string | null;
    is_active: Defaulted<boolean>;
    email_verified_at: AtOrNull;
    created_at: At;
    updated_at: At;
  };
  'public.sessions': {
    id: string;
    token_hash: Buffer;
    user_id: string;
    tenant_id: string | null;
    mode: Defaulted<Mode>;
    created_at: At;
    expires_at: At;
    last_seen_at: At;
    ip_address: string | null;
    user_agent: string | null;
    proved_at: ColumnType<number, Date | undefined, Date>;
  };
  'public.passes': {
    token_hash: Buffer;
    purpose: 'password_reset' | 'email_verification' | 'second_factor' | 'passkey' | 'hand_over' | 'staff_invitation';
    user_id: string | null;
    tenant_id: string | null;
    mode: Mode;
    detail: Json<Record<string, unknown>>;
    created_at: At;
    expires_at: At;
    used_at: AtOrNull;
  };
  'public.letters': {
    id: string;
    template: string;
    tenant_id: string | null;
    mode: Mode;
    email: string;
    detail: Json<Record<string, unknown>>;
    created_at: At;
    due_at: At;
    attempts: Defaulted<number>;
    error: string | null;
  };
  'public.totp': {
    user_id: string;
    sealed_secret: Buffer;
    confirmed_at: AtOrNull;
    last_step: Defaulted<number>;
    created_at: At;
  };
  'public.passkeys': {
    id: string;
    user_id: string;
    host: string;
    credential_id: Buffer;
    public_key: Buffer;
    sign_count: number;
    name: string;
    created_at: At;
    last_used_at: AtOrNull;
  };
  'public.user_permissions': {
    user_id: string;
    tenant_id: string | null;
    mode: Mode;
    action: string;
    given_by: string;
    given_at: At;
  };
  'public.permission_grants': {
    id: string;
    tenant_id: string | null;
    mode: Mode;
    grantor_id: string;
    grantee_id: string;
    action: string;
    reason: string;
    created_at: At;
    expires_at: At;
    revoked_at: AtOrNull;
    revoked_by: string | null;
  };
  'public.staff_invitations': {
    id: string;
    tenant_id: string | null;
    mode: Mode;
    role: 'TENANT_MANAGER' | 'TENANT_STAFF' | 'PLATFORM_MANAGER' | 'PLATFORM_SALES' | 'PLATFORM_SUPPORT';
    email: string;
    name: string;
    locale: string | null;
    permissions: string[];
    invited_by: string;
    created_at: At;
    expires_at: At;
    accepted_at: AtOrNull;
    revoked_at: AtOrNull;
  };
  'public.masquerades': {
    session_id: string;
    tenant_id: string | null;
    mode: Mode;
    hijacker_id: string;
    hijacker_email: string;
    hijacked_id: string;
    hijacked_email: string;
    reason: string;
    return_address: string;
    return_session_id: string | null;
    started_at: At;
    expires_at: At;
    ended_at: AtOrNull;
  };
  'public.recovery_codes': { user_id: string; code_hash: Buffer; used_at: AtOrNull };
  'public.api_tokens': {
    id: string;
    revision: Defaulted<number>;
    tenant_id: string;
    mode: Mode;
    name: string;
    hash: Buffer;
    /** Of a test token only. */
    plaintext: string | null;
    hint: string;
    scopes: string[];
    requests_per_minute: number;
    version: string;
    expires_at: AtOrNull;
    created_by: string;
    created_at: At;
    updated_at: At;
    last_used_at: AtOrNull;
    last_used_ip: string | null;
    revoked_at: AtOrNull;
    revoked_by: string | null;
  };
  'public.api_requests': {
    id: string;
    tenant_id: string;
    token_id: string;
    request_id: string;
    occurred_at: At;
    method: string;
    path: string;
    status: number;
    code: string | null;
    duration_ms: number;
    ip_address: string;
    version: string | null;
  };
  'public.audit': {
    id: string;
    tenant_id: string | null;
    mode: Mode | null;
    occurred_at: At;
    action: string;
    actor_id: string | null;
    actor_email: string | null;
    acting_as_id: string | null;
    acting_as_email: string | null;
    subject_id: string | null;
    subject_email: string | null;
    ip_address: string | null;
    session_key: string | null;
    reason: string | null;
    detail: Json<Record<string, unknown>>;
    mac: Buffer;
    chain: GeneratedAlways<string>;
  };
  'public.audit_seals': { chain: string; position: number; entry_id: string; hash: Buffer; sealed_at: At };
  'public.audit_unsealed': { entry_id: string };
  'public.audit_heads': { chain: string; position: number; hash: Buffer; logged: Defaulted<number> };
  'public.migrations': { version: number; name: string; checksum: string; applied_at: At };
  'public.installation': { key: string; value: string };
}
