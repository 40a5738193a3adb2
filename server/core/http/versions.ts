import type { Endpoint } from '@smooth/contract/core/endpoint.ts';
import type { Version } from '@smooth/contract/core/versions.ts';

/** What a client sends, before anything looks at it. */
export interface Sent {
  query: unknown;
  body: unknown;
}

/** One way in which the API became better, and how those who know it as it was are still understood. */
export interface VersionChange {
  /** The first version that has it. */
  since: Version;
  /** One sentence for the people who read what changed. */
  what: string;
  endpoints: readonly Endpoint[];
  /** Makes what was sent in the old form into the new one. What it does not understand it leaves alone. */
  request?: (sent: Sent) => Sent;
  /** Makes an answer of the new form into the old one. */
  answer?: (body: never) => unknown;
}

/** The changes by endpoint and the version that somebody speaks. */
export interface Versioning {
  changes: readonly VersionChange[];
  understood(endpoint: Endpoint, version: Version | null, sent: Sent): Sent;
  told(endpoint: Endpoint, version: Version | null, body: unknown): unknown;
}

/** `changes` from the oldest to the newest. A version of null is the newest one. */
export function versioningOf(changes: readonly VersionChange[]): Versioning {
  const byEndpoint = new Map<Endpoint, VersionChange[]>();
  for (const change of changes)
    for (const endpoint of change.endpoints) byEndpoint.set(endpoint, [...(byEndpoint.get(endpoint) ?? []), change]);
  const missed = (endpoint: Endpoint, version: Version | null): readonly VersionChange[] => {
    if (version === null) return [];
    return byEndpoint.get(endpoint)?.filter(({ since }) => since > version) ?? [];
  };
  return {
    changes,
    understood: (endpoint, version, sent) =>
      missed(endpoint, version).reduce((form, { request }) => request?.(form) ?? form, sent),
    told: (endpoint, version, body) =>
      missed(endpoint, version).reduceRight((form, { answer }) => (answer ? answer(form as never) : form), body),
  };
}
