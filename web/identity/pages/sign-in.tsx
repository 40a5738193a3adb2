import { useQuery } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSpeech } from '../../words/use-speech.tsx';
import { visitedBusinessQuery } from '../api.ts';
import { SignIn } from '../components/sign-in.tsx';

/** Sign-in of a business. Leads back to the address that was asked for. */
export function SignInPage() {
  const { text } = useSpeech('identity');
  const { data: business } = useQuery(visitedBusinessQuery);
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    document.title = `${text('sign_in')} · SmoothSchedule`;
  }, [text]);
  return (
    <SignIn
      title={business ? text('sign_in_to', { business: business.name }) : text('sign_in')}
      bookingPage
      onDone={() =>
        to?.startsWith('/') && !to.startsWith('//') ? router.history.push(to) : void navigate({ to: '/' })
      }
    />
  );
}
