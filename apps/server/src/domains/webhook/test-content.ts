import type { Content } from './message.ts';

const nobody = '00000000-0000-7000-8000-000000000000';

/** What a test message carries: a show and an entry that never were, in every field a value. */
export const testContent = (now: Date): Content => ({
  show: {
    id: nobody,
    date: now.toISOString().slice(0, 10),
    time: '20:00',
    label: 'Webhook test',
    crew: ['Test crew'],
    leadPilot: 'Test lead',
    monkeyLead: 'Test monkey lead',
    notes: 'Sent by hand to test the webhook',
  },
  entry: {
    id: nobody,
    ts: now.getTime(),
    unitId: 'TEST',
    planned: 'Yes',
    launched: 'Yes',
    status: 'Abort',
    primaryIssue: 'Other',
    subIssue: '',
    otherDetail: 'No real flight',
    severity: 'Minor contained',
    rootCause: 'Ops',
    actions: ['Logged only'],
    operator: 'Test pilot',
    batteryId: 'TEST',
    delaySec: 0,
    commandRx: 'Yes',
    notes: 'Sent by hand to test the webhook',
    version: 1,
    createdBy: null,
    updatedBy: null,
    createdAt: now.getTime(),
    updatedAt: now.getTime(),
  },
});
