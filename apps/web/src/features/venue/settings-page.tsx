import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { paths } from '../../app/paths.ts';
import { configQuery } from '../../api/venue.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Page } from '../../ui/page.tsx';
import { SettingsForm } from './settings-form.tsx';

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
        {(config) => <SettingsForm key={JSON.stringify(config)} config={config} />}
      </Loaded>
    </Page>
  );
}
