import { get } from '../../lib/request.js';

/** @typedef {{username: string, name: string, role: string}} Person */

/** @type {Promise<Person[]> | null} */
let asked = null;

/** Everybody with an account in use; asked for once. @returns {Promise<Person[]>} */
export function people() {
  asked ??= get('/api/people').catch((error) => {
    asked = null;
    throw error;
  });
  return /** @type {Promise<Person[]>} */ (asked);
}

/**
 * The name of a person; the user name of somebody whose account is closed.
 *
 * @param {Person[] | null | undefined} all
 * @param {string} username
 */
export const nameOf = (all, username) => all?.find((person) => person.username === username)?.name ?? username;

/**
 * As the options of a choice.
 *
 * @param {Person[]} all
 * @param {...string} roles none: everybody
 */
export const options = (all, ...roles) => all.filter((person) => roles.length === 0 || roles.includes(person.role))
  .map((person) => ({ value: person.username, label: `${person.name} (${person.username})` }));
