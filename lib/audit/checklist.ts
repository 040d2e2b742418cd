/** Something that no linter can see, and how a person finds out. */
export interface Check {
  readonly title: string
  readonly how: string
  /** The requirements of the ASVS that ask it. */
  readonly requirements: readonly string[]
}

/** What is left to a person, however clean the code is. */
export const CHECKLIST: readonly Check[] = [
  {
    title: 'Proxy and TLS',
    how: 'Ask the running program for a login over HTTPS, through the proxy that users come through, and read `Set-Cookie`: is `Secure` there? In Express it depends on `trust proxy`. Is plain HTTP redirected, with HSTS?',
    requirements: ['v4.0.3-3.4.1', 'v5.0.0-3.3.1'],
  },
  {
    title: 'Caches',
    how: 'Is an answer with `Set-Cookie`, or with data of a user, ever kept by a cache or a CDN? Look for `Cache-Control: no-store`.',
    requirements: ['v5.0.0-14.3.2'],
  },
  {
    title: 'Concurrent sessions',
    how: 'Log in from two browsers. Is it written down how many sessions an account may have, and what happens to the oldest?',
    requirements: ['v5.0.0-7.1.2'],
  },
  {
    title: 'Users see and end their sessions',
    how: 'Is there a page that lists the sessions of an account with their device and time, and does ending one there end it at once?',
    requirements: ['v4.0.3-3.3.4', 'v5.0.0-7.5.2'],
  },
  {
    title: 'Administrators end sessions',
    how: 'Lock an account that is logged in. Does its next request fail?',
    requirements: ['v5.0.0-7.4.2', 'v5.0.0-7.4.5'],
  },
  {
    title: 'Other sessions after a change of password',
    how: 'Log in twice, change the password or a second factor in one browser, and go on in the other: is the choice offered to end it, and does that work?',
    requirements: ['v4.0.3-3.3.3', 'v5.0.0-7.4.3'],
  },
  {
    title: 'Logout that users find',
    how: 'Is it on every page behind the login? Does it end the sessions at the identity provider and in other applications, where users expect that?',
    requirements: ['v5.0.0-7.4.4', 'v5.0.0-7.6.1'],
  },
  {
    title: 'Remembered devices',
    how: 'What does "remember me" give: a token of its own that is renewed at each use, or only a longer session? Is it gone after a logout and after a change of password?',
    requirements: ['v4.0.3-3.3.2', 'v5.0.0-7.3.2'],
  },
  {
    title: 'Device binding',
    how: 'Copy a cookie to another machine. Is that noticed where the risk asks for it, by address, by device, or by keys that are bound to the session?',
    requirements: ['v5.0.0-7.2.1'],
  },
  {
    title: 'Limits in the running program',
    how: 'Stay idle past the limit, and stay active past the absolute one, then send a request with the old cookie. The store and the proxy have limits of their own.',
    requirements: ['v4.0.3-3.3.2', 'v5.0.0-7.3.1', 'v5.0.0-7.3.2'],
  },
  {
    title: 'The store',
    how: 'Who can read it, and its backups? Is what expires really deleted? Is the connection encrypted?',
    requirements: ['v5.0.0-7.4.1'],
  },
  {
    title: 'Secrets',
    how: 'Is each secret random, long, of one environment only, and can it be changed without logging everybody out? Was one ever in the history of the repository?',
    requirements: ['v4.0.3-3.5.2', 'v5.0.0-7.2.2'],
  },
  {
    title: 'Decisions in writing',
    how: 'Are the limits, the number of sessions and the systems that share a login documented with their reasons?',
    requirements: ['v5.0.0-7.1.1', 'v5.0.0-7.1.2', 'v5.0.0-7.1.3'],
  },
  {
    title: 'Size of cookies',
    how: 'Log in as the user with the most data: do name and value stay below 4096 bytes?',
    requirements: ['v5.0.0-3.3.5'],
  },
]
