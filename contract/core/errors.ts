/** The one catalogue of errors. A code never changes its meaning; texts may be improved. */
export const errorCatalogue = {
  malformed_request: { status: 400, title: 'The request does not have the expected form' },
  mode_conflict: { status: 400, title: 'The mode asked for contradicts the credential' },
  host_conflict: { status: 400, title: 'Host and X-Business-Subdomain name different businesses' },
  unknown_version: { status: 400, title: 'This version of the API does not exist' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  wrong_credentials: { status: 401, title: 'E-mail or password do not match' },
  token_malformed: { status: 401, title: 'This is not a token, or not a whole one' },
  token_unknown: { status: 401, title: 'This token does not count here' },
  token_expired: { status: 401, title: 'This token has run out' },
  token_revoked: { status: 401, title: 'This token was revoked' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  cross_site: { status: 403, title: 'Changes are accepted from the same site only' },
  missing_scope: { status: 403, title: 'This token lacks a scope' },
  session_only: { status: 403, title: 'This is for people who are signed in, not for tokens' },
  sudo_required: { status: 403, title: 'Prove first that it is you' },
  second_factor_required: { status: 403, title: 'Set up a second factor first' },
  acting_as_somebody: { status: 403, title: 'Not while you act as somebody else' },
  sandbox_disabled: { status: 403, title: 'This business has no test mode' },
  not_in_plan: { status: 403, title: 'The plan of this business does not include this' },
  business_suspended: { status: 403, title: 'This business is suspended and cannot be changed' },
  not_found: { status: 404, title: 'Not found' },
  unknown_business: { status: 404, title: 'No business answers at this address' },
  method_not_allowed: { status: 405, title: 'This address does not take that method' },
  slot_unavailable: { status: 409, title: 'That time is no longer free' },
  capacity: { status: 409, title: 'There are not enough places left' },
  stale_revision: { status: 409, title: 'Somebody changed this in the meantime' },
  already_ended: { status: 409, title: 'The appointment has already ended' },
  wrong_status: { status: 409, title: 'The status of the appointment does not allow this' },
  in_use: { status: 409, title: 'It is still in use' },
  duplicate: { status: 409, title: 'It exists already' },
  conflict: { status: 409, title: 'Too many people changed this at once' },
  sandbox_filling: { status: 409, title: 'The sandbox is being filled' },
  webhook_inactive: { status: 409, title: 'The webhook is switched off' },
  request_in_progress: { status: 409, title: 'The first request with this key is still running' },
  hold_expired: { status: 410, title: 'The reserved time has run out' },
  link_expired: { status: 410, title: 'This link has been used or has run out' },
  too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'Send JSON' },
  policy_notice: { status: 422, title: 'Too short before the start' },
  policy_window: { status: 422, title: 'Outside the time that can be booked' },
  closed: { status: 422, title: 'Closed at that time' },
  limit_reached: { status: 422, title: 'A limit is reached' },
  answers_missing: { status: 422, title: 'A question is not answered' },
  overlap_reason_missing: { status: 422, title: 'A deliberate overlap needs a reason' },
  customer_blocked: { status: 422, title: 'The business does not take online bookings from this customer' },
  wrong_proof: { status: 422, title: 'That does not match' },
  idempotency_key_reused: { status: 422, title: 'This key was used with another request' },
  too_early: { status: 422, title: 'It is too early for this' },
  rate_limited: { status: 429, title: 'Too many attempts' },
  internal: { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'The service is not available for a moment' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/** One field that is not as it should be; `pointer` is a JSON pointer such as `/body/customer/email`. */
export interface FieldError {
  pointer: string;
  code: string;
  detail: string;
}
