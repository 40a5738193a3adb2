import { Avatar, Menu, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import { IconCheck, IconDeviceDesktop, IconLogout, IconMoon, IconSun, IconUserCog } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { isLanguage, languages } from '../../words/languages.ts';
import { useSpeech, useVoice } from '../../words/use-speech.tsx';

const schemes = [
  { value: 'auto', label: 'scheme_auto', icon: IconDeviceDesktop },
  { value: 'light', label: 'scheme_light', icon: IconSun },
  { value: 'dark', label: 'scheme_dark', icon: IconMoon },
] as const;

interface AvatarMenu {
  person: { name: string; email: string };
  onSignOut: () => void;
}

export function AvatarMenu({ person, onSignOut }: AvatarMenu) {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { text } = useSpeech('app');
  return (
    <Menu position="bottom-end" width="15em">
      <Menu.Target>
        <UnstyledButton>
          <span className="unseen">{text('your_menu', { name: person.name })}</span>
          <Avatar aria-hidden name={person.name} color="indigo" size="var(--s-8)" radius="100%" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {person.name}
          <br />
          {person.email}
        </Menu.Label>
        <Menu.Divider />
        {schemes.map((scheme) => (
          <Menu.Item
            key={scheme.value}
            leftSection={<scheme.icon size="1.2em" />}
            rightSection={
              colorScheme === scheme.value ? <IconCheck size="1.2em" aria-label={text('chosen')} /> : undefined
            }
            closeMenuOnClick={false}
            onClick={() => setColorScheme(scheme.value)}
          >
            {text(scheme.label)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <LanguageChoice />
        <Menu.Divider />
        <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size="1.2em" />}>
          {text('account')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size="1.2em" />} onClick={onSignOut}>
          {text('sign_out')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Each language under its own name, so that it is found in a language one cannot read. */
function LanguageChoice() {
  const { language, choose } = useVoice();
  const { text } = useSpeech('app');
  return (
    <>
      <Menu.Label>{text('language')}</Menu.Label>
      {Object.entries(languages).map(([code, name]) => (
        <Menu.Item
          key={code}
          lang={code}
          rightSection={code === language ? <IconCheck size="1.2em" aria-label={text('chosen')} /> : undefined}
          closeMenuOnClick={false}
          onClick={() => isLanguage(code) && choose(code)}
        >
          {name}
        </Menu.Item>
      ))}
    </>
  );
}
