/**
 * The pages, in the order of the navigation, the daily ones first. A page is loaded when it is first opened.
 *
 * @typedef {object} Page
 * @property {string} name first part of its address; its words are `nav.<name>`
 * @property {string} element
 * @property {() => Promise<unknown>} load
 * @property {import('./session.js').Role[]} [roles] who sees it; left out: everybody who is signed in
 * @property {boolean} [open] for the public too
 * @property {boolean} [rest] under "more": what is needed now and then
 * @property {boolean} [hidden] reached by its address only, never from the navigation
 */

/** @type {Page[]} */
export const pages = [
  { name: 'map', element: 'jieshi-map-page', load: () => import('../features/map/map-page.js') },
  { name: 'imports', element: 'jieshi-imports-page', load: () => import('../features/ingest/imports-page.js') },
  { name: 'conflicts', element: 'jieshi-conflicts-page',
    load: () => import('../features/conflicts/conflicts-page.js') },
  { name: 'cases', element: 'jieshi-cases-page', load: () => import('../features/disputes/cases-page.js') },
  { name: 'coordination', element: 'jieshi-coordination-page',
    load: () => import('../features/coordination/coordination-page.js') },
  { name: 'village', element: 'jieshi-village-page', open: true, hidden: true,
    load: () => import('../features/village/village-page.js') },
  { name: 'applications', element: 'jieshi-applications-page',
    load: () => import('../features/registration/applications-page.js') },
  { name: 'notices', element: 'jieshi-notices-page', open: true,
    load: () => import('../features/notices/notices-page.js') },
  { name: 'certificates', element: 'jieshi-certificates-page',
    load: () => import('../features/certificates/certificates-page.js') },
  { name: 'register', element: 'jieshi-register-page',
    load: () => import('../features/register/register-page.js') },
  { name: 'changes', element: 'jieshi-changes-page', load: () => import('../features/changes/changes-page.js') },
  { name: 'coverage', element: 'jieshi-coverage-page', load: () => import('../features/coverage/coverage-page.js') },
  { name: 'verify', rest: true, element: 'jieshi-verify-page', open: true,
    load: () => import('../features/verify/verify-page.js') },
  { name: 'transformations', rest: true, element: 'jieshi-transformations-page', roles: ['ADMINISTRATOR', 'SURVEYOR'],
    load: () => import('../features/transformations/transformations-page.js') },
  { name: 'audit', rest: true, element: 'jieshi-audit-page', roles: ['ADMINISTRATOR', 'MANAGER', 'APPROVER'],
    load: () => import('../features/audit/audit-page.js') },
  { name: 'fees', rest: true, element: 'jieshi-fees-page', load: () => import('../features/fees/fees-page.js') },
  { name: 'settings', rest: true, element: 'jieshi-settings-page', roles: ['ADMINISTRATOR', 'MANAGER', 'APPROVER', 'REVIEWER'],
    load: () => import('../features/settings/settings-page.js') },
  { name: 'orthophotos', rest: true, element: 'jieshi-orthophotos-page', roles: ['ADMINISTRATOR'],
    load: () => import('../features/imagery/orthophotos-page.js') },
  { name: 'operations', rest: true, element: 'jieshi-operations-page', roles: ['ADMINISTRATOR'],
    load: () => import('../features/operations/operations-page.js') },
  { name: 'tools', rest: true, element: 'jieshi-tools-page', roles: ['ADMINISTRATOR', 'MANAGER', 'SURVEYOR'],
    load: () => import('../features/tools/tools-page.js') },
  { name: 'account', element: 'jieshi-account-page', hidden: true,
    load: () => import('../features/identity/account-page.js') },
  { name: 'users', rest: true, element: 'jieshi-users-page', roles: ['ADMINISTRATOR'],
    load: () => import('../features/users/users-page.js') },
];

/** @param {string | undefined} name */
export const pageNamed = (name) => pages.find((page) => page.name === name);

/**
 * Who has something to do first has one page only.
 *
 * @param {import('./session.js').User | null} user
 */
export const pagesFor = (user) => pages.filter((page) => (user === null ? page.open
  : user.duty ? page.name === 'account' : !page.roles || page.roles.includes(user.role)));
