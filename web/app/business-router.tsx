import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { meQuery } from '../identity/api.ts';
import { auditSearch } from '../audit/search.ts';
import { agendaSearch } from '../scheduling/agenda-search.ts';
import { overviewSearch } from '../overview/period.ts';
import { calendarSearch } from '../calendar/period.ts';
import { customerSearch } from '../customers/search.ts';
import { appointmentSearch, newAppointmentSearch } from '../scheduling/appointment-search.ts';
import { timelineSearch } from '../timeline/timeline-search.ts';
import { inShell, root, shell } from './business-shell-route.tsx';
import { developerRoutes } from './developer-routes.tsx';
import { queries } from './queries.ts';
import { text } from './search.ts';

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { to?: string | undefined } => ({ to: text(search['to']) }),
  component: lazyRouteComponent(() => import('../identity/pages/sign-in.tsx'), 'SignInPage'),
});

/** Pages for people who come by the link of a mail, or are handed over by the platform. */
const byMail = (path: string, page: keyof typeof import('../identity/pages/by-mail.tsx')) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component: lazyRouteComponent(() => import('../identity/pages/by-mail.tsx'), page),
  });

/** The team begins at the calendar; a customer's own rooms begin here. */
const home = createRoute({
  getParentRoute: inShell,
  path: '/',
  beforeLoad: async () => {
    const { permissions } = await queries.ensureQueryData(meQuery);
    if (permissions.includes('timeline.read')) throw redirect({ to: '/calendar', replace: true });
  },
});

const today = createRoute({
  getParentRoute: inShell,
  path: '/today',
  validateSearch: agendaSearch,
  component: lazyRouteComponent(() => import('../scheduling/pages/agenda.tsx'), 'AgendaPage'),
});

const sandbox = createRoute({
  getParentRoute: inShell,
  path: '/sandbox',
  validateSearch: (search): { message?: string | undefined } => ({ message: text(search['message']) }),
  component: lazyRouteComponent(() => import('../sandbox/pages/sandbox.tsx'), 'SandboxPage'),
});

const calendar = createRoute({
  getParentRoute: inShell,
  path: '/calendar',
  validateSearch: timelineSearch,
  component: lazyRouteComponent(() => import('../timeline/pages/timeline.tsx'), 'TimelinePage'),
});

const appointments = createRoute({
  getParentRoute: inShell,
  path: '/appointments',
  validateSearch: appointmentSearch,
  component: lazyRouteComponent(() => import('../scheduling/pages/appointments.tsx'), 'AppointmentsPage'),
});
const appointmentNew = createRoute({
  getParentRoute: () => appointments,
  path: 'new',
  validateSearch: newAppointmentSearch,
  component: lazyRouteComponent(() => import('../scheduling/pages/appointment-new.tsx'), 'NewAppointmentPanel'),
});
const classNew = createRoute({
  getParentRoute: () => appointments,
  path: 'class',
  validateSearch: newAppointmentSearch,
  component: lazyRouteComponent(() => import('../scheduling/pages/class-new.tsx'), 'NewClassPanel'),
});
const appointment = createRoute({
  getParentRoute: () => appointments,
  path: '$id',
  component: lazyRouteComponent(() => import('../scheduling/pages/appointment.tsx'), 'AppointmentRoutePanel'),
});

const customers = createRoute({
  getParentRoute: inShell,
  path: '/customers',
  validateSearch: customerSearch,
  component: lazyRouteComponent(() => import('../customers/pages/customers.tsx'), 'CustomersPage'),
});
const customerImport = createRoute({
  getParentRoute: inShell,
  path: '/customers/import',
  component: lazyRouteComponent(() => import('../customers/pages/import.tsx'), 'ImportPage'),
});
const duplicates = createRoute({
  getParentRoute: inShell,
  path: '/customers/duplicates',
  component: lazyRouteComponent(() => import('../customers/pages/duplicates.tsx'), 'DuplicatesPage'),
});
const customerNew = createRoute({
  getParentRoute: () => customers,
  path: 'new',
  component: lazyRouteComponent(() => import('../customers/pages/customer-new.tsx'), 'NewCustomerPanel'),
});
const customer = createRoute({
  getParentRoute: () => customers,
  path: '$id',
  component: lazyRouteComponent(() => import('../customers/pages/customer.tsx'), 'CustomerPanel'),
});

const services = createRoute({
  getParentRoute: inShell,
  path: '/services',
  component: lazyRouteComponent(() => import('../scheduling/pages/services.tsx'), 'ServicesPage'),
});
const serviceNew = createRoute({
  getParentRoute: inShell,
  path: '/services/new',
  component: lazyRouteComponent(() => import('../scheduling/pages/service.tsx'), 'NewServicePage'),
});
const service = createRoute({
  getParentRoute: inShell,
  path: '/services/$id',
  component: lazyRouteComponent(() => import('../scheduling/pages/service.tsx'), 'ServicePage'),
});

const resources = createRoute({
  getParentRoute: inShell,
  path: '/resources',
  component: lazyRouteComponent(() => import('../scheduling/pages/resources.tsx'), 'ResourcesPage'),
});
const resourceNew = createRoute({
  getParentRoute: inShell,
  path: '/resources/new',
  validateSearch: (search): { type?: string | undefined } => ({ type: text(search['type']) }),
  component: lazyRouteComponent(() => import('../scheduling/pages/resource.tsx'), 'NewResourcePage'),
});
const resource = createRoute({
  getParentRoute: inShell,
  path: '/resources/$id',
  component: lazyRouteComponent(() => import('../scheduling/pages/resource.tsx'), 'ResourcePage'),
});
const location = createRoute({
  getParentRoute: inShell,
  path: '/locations/$id',
  component: lazyRouteComponent(() => import('../scheduling/pages/location.tsx'), 'LocationPage'),
});

const closures = createRoute({
  getParentRoute: inShell,
  path: '/closures',
  component: lazyRouteComponent(() => import('../scheduling/pages/closures.tsx'), 'ClosuresPage'),
});
const closureNew = createRoute({
  getParentRoute: () => closures,
  path: 'new',
  component: lazyRouteComponent(() => import('../scheduling/pages/closure.tsx'), 'NewClosurePanel'),
});
const closure = createRoute({
  getParentRoute: () => closures,
  path: '$id',
  component: lazyRouteComponent(() => import('../scheduling/pages/closure.tsx'), 'ClosurePanel'),
});

const overview = createRoute({
  getParentRoute: inShell,
  path: '/overview',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('../overview/pages/overview.tsx'), 'OverviewPage'),
});

const settings = createRoute({
  getParentRoute: inShell,
  path: '/settings',
  component: lazyRouteComponent(() => import('../settings/pages/settings.tsx'), 'SettingsPage'),
});

const profile = createRoute({
  getParentRoute: inShell,
  path: '/profile',
  component: lazyRouteComponent(() => import('../portal/pages/profile.tsx'), 'ProfilePage'),
});

const account = createRoute({
  getParentRoute: inShell,
  path: '/account',
  component: lazyRouteComponent(() => import('../identity/pages/account.tsx'), 'AccountPage'),
});

const team = createRoute({
  getParentRoute: inShell,
  path: '/team',
  component: lazyRouteComponent(() => import('../identity/pages/team.tsx'), 'TeamPage'),
});
const member = createRoute({
  getParentRoute: () => team,
  path: '$id',
  component: lazyRouteComponent(() => import('../identity/pages/member.tsx'), 'MemberPanel'),
});
const teamGrants = createRoute({
  getParentRoute: inShell,
  path: '/team/grants',
  component: lazyRouteComponent(() => import('../identity/pages/team-grants.tsx'), 'TeamGrantsPage'),
});

const audit = createRoute({
  getParentRoute: inShell,
  path: '/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../audit/pages/audit.tsx'), 'AuditPage'),
});
const auditEntry = createRoute({
  getParentRoute: () => audit,
  path: '$id',
  component: lazyRouteComponent(() => import('../audit/pages/audit.tsx'), 'AuditEntryPanel'),
});

const me = createRoute({
  getParentRoute: inShell,
  path: '/me',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('../calendar/pages/me.tsx'), 'MyCalendarPage'),
});

const embed = createRoute({
  getParentRoute: inShell,
  path: '/embed',
  component: lazyRouteComponent(() => import('../scheduling/pages/embed.tsx'), 'EmbedPage'),
});

export const businessRouter = createRouter({
  routeTree: root.addChildren([
    signIn,
    byMail('/forgot-password', 'ForgotPasswordPage'),
    byMail('/reset-password/$token', 'ResetPasswordPage'),
    byMail('/verify-email/$token', 'VerifyEmailPage'),
    byMail('/invitation/$token', 'InvitationPage'),
    byMail('/hand-over/$token', 'HandOverPage'),
    shell.addChildren([
      calendar,
      home,
      today,
      sandbox,
      appointments.addChildren([appointmentNew, classNew, appointment]),
      customers.addChildren([customerNew, customer]),
      customerImport,
      duplicates,
      services,
      serviceNew,
      service,
      resources,
      resourceNew,
      resource,
      location,
      closures.addChildren([closureNew, closure]),
      overview,
      settings,
      ...developerRoutes,
      profile,
      account,
      team.addChildren([member]),
      teamGrants,
      audit.addChildren([auditEntry]),
      me,
      embed,
    ]),
  ]),
  defaultPreload: 'intent',
  defaultPendingMs: 100,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof businessRouter;
  }
}
