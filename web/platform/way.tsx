import {
  Link,
  type LinkProps,
  Navigate,
  type NavigateOptions,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMe } from '../identity/api.ts';

/*
 * The console has a router of its own, whose addresses the types of the business app's do not know.
 */

/** The operator reads all times in the zone of their own clock. */
export const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useGo() {
  const navigate = useNavigate();
  return (to: string, search: object = {}, replace = false) =>
    void navigate({ to, search, replace } as unknown as NavigateOptions);
}

interface Way {
  to: string;
  search?: object;
  className?: string;
  children: ReactNode;
}
export const Way = ({ to, search = {}, children, ...rest }: Way) => (
  <Link {...({ to, search } as unknown as LinkProps)} {...rest}>
    {children}
  </Link>
);

export const Lead = ({ to }: { to: string }) => <Navigate {...({ to, search: {} } as unknown as NavigateOptions)} />;

export function useWaySearch<Search extends object>(): Search {
  const search: object = useSearch({ strict: false });
  return search as Search;
}
export const useWayParams = (): { id?: string; token?: string } => useParams({ strict: false });

/** Whether the person may try this at all. */
export function useConsoleMay(): (action: string) => boolean {
  const { permissions } = useMe();
  return (action) => permissions.includes(action);
}
