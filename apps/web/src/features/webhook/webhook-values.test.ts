import { expect, it } from 'vitest';
import { webhookBodyOf, webhookErrors, type WebhookValues } from './webhook-values.ts';

const values: WebhookValues = {
  url: ' https://example.org/hook ',
  method: 'POST',
  enabled: true,
  headers: 'X-Venue: north: 1\n\n  X-Team : booth',
  secret: '',
};

it('reads one header from each line, and leaves the secret alone where none is typed', () => {
  expect(webhookBodyOf(values)).toEqual({
    url: 'https://example.org/hook',
    method: 'POST',
    enabled: true,
    headers: [
      { name: 'X-Venue', value: 'north: 1' },
      { name: 'X-Team', value: 'booth' },
    ],
  });
  expect(webhookBodyOf({ ...values, secret: 'a long secret' })).toMatchObject({ secret: 'a long secret' });
});

it('says which field is wrong', () => {
  expect(webhookErrors(values)).toEqual({});
  expect(webhookErrors({ ...values, url: '' })).toHaveProperty('url');
  expect(webhookErrors({ ...values, secret: 'short' })).toHaveProperty('secret');
  expect(webhookErrors({ ...values, headers: 'Host: evil.example' })).toHaveProperty('headers');
});
