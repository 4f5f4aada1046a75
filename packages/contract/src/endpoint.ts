import type { z } from 'zod';

/** The roles a person can hold; each includes the rights of the ones before it. */
export const roles = ['viewer', 'dispatcher', 'admin'] as const;
export type Role = (typeof roles)[number];

/**
 * Who may call an endpoint: everybody, a signed-in person for their own things (`self`),
 * or a person whose roles include at least the one named.
 */
export type Access = 'public' | 'self' | Role;

export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Path with Fastify's `:name` parameters, below the server's root. */
  path: string;
  access: Access;
  /** One line for the OpenAPI page. */
  summary: string;
  params?: z.ZodObject;
  query?: z.ZodObject;
  body?: z.ZodType;
  /** Success status; 200 where absent. */
  status?: 200 | 201 | 202 | 204;
  response: z.ZodType;
  /** The answer is a file, sent as it is made; `response` then says nothing. */
  file?: true;
}

/** An endpoint that answers a file: a page downloads it, and never reads it as JSON. */
export type FileEndpoint = Endpoint & { file: true };

/** Declares an endpoint once, for the server's route, the browser's call and the OpenAPI page. */
export const endpoint = <const E extends Endpoint>(definition: E): E => definition;

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;
type Sent<S> = S extends z.ZodType ? z.input<S> : undefined;

/** What a handler receives: parsed path parameters, query and body. */
export interface Received<E extends Endpoint> {
  params: Parsed<E['params']>;
  query: Parsed<E['query']>;
  body: Parsed<E['body']>;
}

type Part<K extends string, S> = S extends z.ZodType ? { [key in K]: Sent<S> } : unknown;
type QueryPart<S> = S extends z.ZodType ? { query?: Sent<S> } : unknown;

/** What a caller passes: only the parts that the endpoint declares. */
export type Arguments<E extends Endpoint> = Part<'params', E['params']> &
  QueryPart<E['query']> &
  Part<'body', E['body']>;

/** What the endpoint answers, as JSON. */
export type Answer<E extends Endpoint> = z.output<E['response']>;

/** Whether a person with these roles may call an endpoint with this access. */
export function allows(access: Access, held: readonly Role[] | null): boolean {
  if (access === 'public') return true;
  if (held === null) return false;
  if (access === 'self') return true;
  return held.some((role) => roles.indexOf(role) >= roles.indexOf(access));
}

/** The roles in effect where somebody acts with one role only: never more than they hold themselves. */
export function limitedTo(role: Role, held: readonly Role[]): Role[] {
  if (allows(role, held)) return [role];
  return held.filter((one) => roles.indexOf(one) < roles.indexOf(role));
}
