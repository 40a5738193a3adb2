import {
  IconBuildingSkyscraper,
  IconChartBar,
  IconChecklist,
  IconClockShield,
  IconListSearch,
  IconMail,
  IconStack2,
  IconUsers,
  IconUserShield,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router';
import { useEffect } from 'react';
import { meQuery, useSignOut } from '../../identity/api.ts';
import { ActingBanner } from '../../identity/components/acting-banner.tsx';
import { ProofGate } from '../../identity/components/proof-gate.tsx';
import { ForgotPasswordPage, InvitationPage, ResetPasswordPage } from '../../identity/pages/by-mail.tsx';
import { AccountPage } from '../../identity/pages/account.tsx';
import { SignIn } from '../../identity/components/sign-in.tsx';
import { PlatformAuditPage, PlatformEntryPanel } from '../../platform/pages/audit.tsx';
import { GrantsPage } from '../../platform/pages/grants.tsx';
import { InvitationsPage } from '../../platform/pages/invitations.tsx';
import { JobsPage } from '../../platform/pages/jobs.tsx';
import { OverviewPage } from '../../platform/pages/overview.tsx';
import { PlansPage } from '../../platform/pages/plans.tsx';
import { NewTenantPanel } from '../../platform/pages/tenant-new.tsx';
import { TenantPanel } from '../../platform/pages/tenant.tsx';
import { TenantsPage } from '../../platform/pages/tenants.tsx';
import { UserPanel } from '../../platform/pages/user.tsx';
import { PlatformStaffPage } from '../../platform/pages/staff.tsx';
import { UsersPage } from '../../platform/pages/users.tsx';
import { WizardPage } from '../../platform/pages/wizard.tsx';
import { Lead, ownZone } from '../../platform/way.tsx';
import { Failed, NotFound } from '../../ui/states.tsx';
import { type PlainKey, useSpeech, useVoice } from '../../words/use-speech.tsx';
import { ConnectionNotice } from '../connection-notice.tsx';
import { FormatProvider } from '../format-context.tsx';
import { onSignedOut, queries } from '../queries.ts';
import { isRefusal } from '../refusal.ts';
import { auditSearch } from '../../audit/search.ts';
import { text as textOf } from '../search.ts';
import { Frame } from './frame.tsx';
import type { Place } from './place-link.tsx';

type Room = Omit<Place, 'label'> & { label: PlainKey<'platform'>; needs: string };

/** On phones the first four stand in the bar below, whose names must be short. */
const rooms: Room[] = [
  { to: '/overview', label: 'overview', icon: IconChartBar, needs: 'platform_overview.read' },
  { to: '/businesses', label: 'businesses', icon: IconBuildingSkyscraper, needs: 'tenant.read' },
  { to: '/invitations', label: 'invitations', icon: IconMail, needs: 'business_invitation.read' },
  { to: '/users', label: 'users', icon: IconUsers, needs: 'platform_user.read' },
  { to: '/plans', label: 'plans', icon: IconStack2, needs: 'plan.read' },
  { to: '/staff', label: 'staff_page', icon: IconUserShield, needs: 'platform_user.read' },
  { to: '/grants', label: 'grants', icon: IconClockShield, needs: 'platform_grant.read' },
  { to: '/audit', label: 'audit', icon: IconListSearch, needs: 'platform_audit.read' },
  { to: '/jobs', label: 'jobs', icon: IconChecklist, needs: 'job.read' },
];

/** The operator's console: the same bones, a dark sidebar. */
function PlatformShell() {
  const me = useQuery(meQuery);
  const signOut = useSignOut();
  const { text } = useSpeech('app');
  const named = useSpeech('platform');
  const { locale } = useVoice();
  useEffect(() => onSignedOut(() => queries.setQueryData(meQuery.queryKey, undefined)), []);
  if (me.data) {
    const { permissions, user } = me.data;
    const places = rooms
      .filter(({ needs }) => permissions.includes(needs))
      .map(({ label, ...room }): Place => ({ ...room, label: named.text(label) }));
    return (
      <FormatProvider locale={locale} currency="EUR" zone={ownZone}>
        <ActingBanner />
        <ProofGate />
        <ConnectionNotice />
        <Frame
          name={text('platform')}
          tone="platform"
          person={user}
          places={places}
          help={[]}
          onSignOut={() => signOut.mutate(undefined, { onSuccess: () => void me.refetch() })}
        >
          <Outlet />
        </Frame>
      </FormatProvider>
    );
  }
  if (isRefusal(me.error) && me.error.status === 401) {
    return <SignIn title={text('sign_in_platform')} onDone={() => void me.refetch()} />;
  }
  return me.isError ? <Failed error={me.error} onRetry={() => void me.refetch()} /> : null;
}

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });
const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: PlatformShell });
/** Leads to the first room that is open to whoever signed in. */
function Home() {
  const { data: me } = useQuery(meQuery);
  const first = rooms.find(({ needs }) => me?.permissions.includes(needs));
  return first?.to ? <Lead to={first.to} /> : null;
}

/** Whoever is invited has no account yet: to the platform itself, or to set up a business. */
const invited = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: () => <InvitationPage otherwise={<WizardPage />} />,
});
const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: Home,
});
/** Within the shell, so that there is a way on. */
const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });
const tenants = createRoute({
  getParentRoute: () => shell,
  path: '/businesses',
  validateSearch: (search): { q?: string | undefined; status?: string | undefined; tier?: string | undefined } => ({
    q: textOf(search['q']),
    status: textOf(search['status']),
    tier: textOf(search['tier']),
  }),
  component: TenantsPage,
});
const newTenant = createRoute({ getParentRoute: () => tenants, path: '/new', component: NewTenantPanel });
const tenant = createRoute({ getParentRoute: () => tenants, path: '/$id', component: TenantPanel });
const invitations = createRoute({ getParentRoute: () => shell, path: '/invitations', component: InvitationsPage });
const staff = createRoute({ getParentRoute: () => shell, path: '/staff', component: PlatformStaffPage });
const plans = createRoute({ getParentRoute: () => shell, path: '/plans', component: PlansPage });
const users = createRoute({
  getParentRoute: () => shell,
  path: '/users',
  validateSearch: (search): { q?: string | undefined; role?: string | undefined } => ({
    q: textOf(search['q']),
    role: textOf(search['role']),
  }),
  component: UsersPage,
});
const user = createRoute({ getParentRoute: () => users, path: '/$id', component: UserPanel });
const grants = createRoute({ getParentRoute: () => shell, path: '/grants', component: GrantsPage });
const audit = createRoute({
  getParentRoute: () => shell,
  path: '/audit',
  validateSearch: auditSearch,
  component: PlatformAuditPage,
});
const auditEntry = createRoute({ getParentRoute: () => audit, path: '/$id', component: PlatformEntryPanel });
const forgot = createRoute({ getParentRoute: () => root, path: '/forgot-password', component: ForgotPasswordPage });
const reset = createRoute({ getParentRoute: () => root, path: '/reset-password/$token', component: ResetPasswordPage });
const account = createRoute({ getParentRoute: () => shell, path: '/account', component: AccountPage });
const overview = createRoute({ getParentRoute: () => shell, path: '/overview', component: OverviewPage });
const jobs = createRoute({ getParentRoute: () => shell, path: '/jobs', component: JobsPage });
const signIn = createRoute({
  getParentRoute: () => shell,
  path: '/sign-in',
  component: Home,
});
const router = createRouter({
  routeTree: root.addChildren([
    invited,
    forgot,
    reset,
    shell.addChildren([
      home,
      overview,
      tenants.addChildren([newTenant, tenant]),
      invitations,
      users.addChildren([user]),
      grants,
      staff,
      audit.addChildren([auditEntry]),
      plans,
      jobs,
      account,
      signIn,
      nowhere,
    ]),
  ]),
});

export default function PlatformApp() {
  return <RouterProvider router={router as never} />;
}
