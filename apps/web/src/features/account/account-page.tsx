import { SimpleGrid } from '@mantine/core';
import { useAccount } from '../../api/me.ts';
import { Page } from '../../ui/page.tsx';
import { PasswordCard } from './password-card.tsx';
import { ProfileCard } from './profile-card.tsx';
import { SessionsCard } from './sessions-card.tsx';
import { TokensCard } from './tokens-card.tsx';
import { TwoFactorCard } from './two-factor-card.tsx';

export function AccountPage() {
  const { email, roles } = useAccount();
  return (
    <Page title="Your account" lead={`${email} · ${roles.join(', ')}`}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <ProfileCard />
        <PasswordCard />
      </SimpleGrid>
      <TwoFactorCard />
      <SessionsCard />
      <TokensCard />
    </Page>
  );
}
