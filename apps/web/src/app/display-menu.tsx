import { ActionIcon, Popover, Radio, Slider, Stack, Text } from '@mantine/core';
import { MoonStar } from 'lucide-react';
import { useId } from 'react';
import { useAccount } from '../api/me.ts';
import { useSaveMe } from '../features/account/account.queries.ts';
import { type Theme, themes } from '../features/account/themes.ts';
import { dim, useDim } from './dim.ts';

/** How the screen looks: the person's theme, and how dark this screen is made on top of it. */
export function DisplayMenu() {
  const { settings } = useAccount();
  const save = useSaveMe();
  const darker = useDim();
  const id = useId();
  const choose = (theme: Theme | undefined) => save.mutate({ settings: { ...settings, theme } });
  return (
    <Popover position="bottom-end" trapFocus>
      <Popover.Target>
        <ActionIcon aria-label="Display">
          <MoonStar aria-hidden size={18} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack w={240}>
          <Radio.Group
            label="Theme"
            value={settings.theme ?? 'dark'}
            onChange={(value) => choose(themes.find((one) => one.value === value)?.value)}
          >
            {themes.map((one) => (
              <Radio key={one.value} {...one} />
            ))}
          </Radio.Group>
          <div>
            <Text size="sm" fw={500} id={id}>
              Dim this screen
            </Text>
            <Slider
              aria-labelledby={id}
              thumbProps={{ 'aria-labelledby': id }}
              label={(percent) => `${percent} %`}
              min={0}
              max={80}
              step={5}
              thumbSize={28}
              py={8}
              value={darker}
              onChange={dim}
            />
          </div>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
