import { say, told } from '@monkey-tracker/bench/src/server/stage/told.ts';
import { type Listening, openAudience } from './audience.ts';

process.on('disconnect', () => process.exit());
// Opens streams, then judges what they saw, whenever it is told the changes.
const audience = await openAudience(await told<Listening>());
process.on('message', async (changes: number[]) => say(await audience.judge(changes)));
say('opened');
