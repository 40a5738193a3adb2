import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { visitedBusinessQuery } from '../api.ts';
import { SignIn } from '../components/sign-in.tsx';

/** Sign-in of a business. Leads back to the address that was asked for. */
export function SignInPage() {
  const { data: business } = useQuery(visitedBusinessQuery);
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    document.title = 'Sign in · SmoothSchedule';
  }, []);
  return (
    <SignIn
      title={business ? `Sign in to ${business.name}` : 'Sign in'}
      bookingPage
      onDone={() =>
        to?.startsWith('/') && !to.startsWith('//') ? router.history.push(to) : void navigate({ to: '/' })
      }
    />
  );
}
