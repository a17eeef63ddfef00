import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'
import { responsibilities } from '../rules.ts'
import { Day, PostView } from './units.ts'

export const PersonView = z.object({
  personId: z.string(),
  /** Empty once it was erased. */
  name: z.string(),
  /** Those one may see, present ones first. */
  posts: z.array(PostView.extend({ unit: z.string() })),
})

export const listPeople = endpoint({
  name: 'people.list',
  method: 'GET',
  path: '/api/people',
  permission: 'org:read',
  summary: 'The people of the units one may read, with their posts; by name.',
  query: z.strictObject({
    words: z.string().max(60).default(''),
    unitId: z.uuid().optional(),
    /** `present`: who holds a post today; `without`: who holds none. */
    show: z.enum(['all', 'present', 'without']).default('all'),
    sort: z.enum(['name', '-name']).default('name'),
    limit: z.coerce.number().int().min(1).max(1000).default(20),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  reply: z.object({ total: z.number().int(), people: z.array(PersonView) }),
})

const NewPost = {
  title: z.string().max(60),
  responsibility: z.enum(responsibilities).nullable().default(null),
  on: Day,
}

export const addPerson = endpoint({
  name: 'people.add',
  method: 'POST',
  path: '/api/people',
  permission: 'org:write',
  summary: 'Add a person. The log holds the name only sealed, so that it can be erased.',
  body: z.strictObject({ name: z.string().max(60) }),
  reply: z.object({ personId: z.string() }),
})

export const erasePerson = endpoint({
  name: 'people.erase',
  method: 'POST',
  path: '/api/people/:personId/erase',
  permission: 'org:write',
  summary: 'Erase a person’s name for good: its key is destroyed, and nobody can bring the name back.',
  params: z.strictObject({ personId: z.uuid() }),
  body: z.strictObject({ name: z.string().max(60) }),
  reply: z.object({}),
})

export const fillPost = endpoint({
  name: 'posts.fill',
  method: 'POST',
  path: '/api/posts',
  permission: 'org:write',
  summary: 'Give a person a post in a unit from a day on.',
  body: z.strictObject({ unitId: z.uuid(), personId: z.uuid(), ...NewPost }),
  reply: z.object({ postId: z.string() }),
})

export const leavePost = endpoint({
  name: 'posts.leave',
  method: 'POST',
  path: '/api/posts/:postId/leave',
  permission: 'org:write',
  summary: 'End a post: from that day on it is no longer held.',
  params: z.strictObject({ postId: z.uuid() }),
  body: z.strictObject({ on: Day }),
  reply: z.object({}),
})

export const peopleEndpoints = [listPeople, addPerson, erasePerson, fillPost, leavePost]
