/**
 * The pages, in the order of the navigation. A page is loaded when it is first opened.
 *
 * @typedef {object} Page
 * @property {string} name first part of its address; its words are `nav.<name>`
 * @property {string} element
 * @property {() => Promise<unknown>} load
 * @property {import('./session.js').Role[]} [roles] who sees it; left out: everybody who is signed in
 * @property {boolean} [open] for the public too
 */

/** @type {Page[]} */
export const pages = [
  { name: 'map', element: 'jieshi-map-page', load: () => import('../features/map/map-page.js') },
];

/** @param {string | undefined} name */
export const pageNamed = (name) => pages.find((page) => page.name === name);

/** @param {import('./session.js').User | null} user */
export const pagesFor = (user) => pages.filter((page) => (user === null ? page.open
  : !page.roles || page.roles.includes(user.role)));
