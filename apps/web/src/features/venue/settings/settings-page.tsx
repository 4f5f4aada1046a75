import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../../app/paths.ts';
import { configQuery } from '../../../api/venue.ts';
import { Card } from '../../../ui/card.tsx';
import { Loaded } from '../../../ui/loaded.tsx';
import { Page } from '../../../ui/page.tsx';
import { BackupsCard } from './backups-card.tsx';
import { SettingsForm } from './settings-form.tsx';
import { StorageCard } from './storage-card.tsx';

export function SettingsPage() {
  const query = useQuery(configQuery);
  return (
    <Page
      title="Settings"
      lead={
        <>
          For everybody at this venue. Also: <Link to={paths.firstSteps}>first steps and demo data</Link>,{' '}
          <Link to={paths.import}>import of old data</Link>
        </>
      }
    >
      <Loaded query={query} what="Loading the settings">
        {(config) => (
          <>
            <Card title="Venue">
              <SettingsForm config={config} />
            </Card>
            <StorageCard postgres={config.postgres} readOnly={config.readOnly} />
          </>
        )}
      </Loaded>
      <BackupsCard />
    </Page>
  );
}
