import { get, post, remove } from '../lib/request.js';

/**
 * Who is signed in, and which farm this server keeps.
 *
 * @typedef {'SURVEYOR' | 'REVIEWER' | 'MEDIATOR' | 'APPROVER' | 'MANAGER' | 'ADMINISTRATOR'} Role
 * @typedef {'NEW_PASSWORD' | 'SECOND_FACTOR'} Duty what has to be done before anything else is open
 * @typedef {{username: string, displayName: string, role: Role, district?: string, secondFactor?: boolean, duty?: Duty}} User
 * @typedef {object} About
 * @property {string} [product]
 * @property {string} [version]
 * @property {{name?: string, nameEn?: string, county?: string, countyName?: string, countyNameEn?: string, crs?: string, bounds?: number[]}} [farm]
 * @property {boolean} [demo]
 * @property {boolean} [synthetic]
 * @property {string} [today]
 * @property {boolean} [clockMovable]
 * @property {{id: string, name: string, nameZh: string, urls: string[], attribution: string, deepest: number}[]} [basemaps]
 * @property {User} [user]
 * @property {{name: string, nameZh: string}} [signInService] by which people may sign in too
 * @property {boolean} [setup] there is no account yet
 */
class Session extends EventTarget {
  /** @type {User | null} */ user = null;
  /** @type {About} */ about = {};

  async start() {
    this.about = await get('/api/about');
    this.#become(this.about.user ?? null);
  }

  /**
   * @param {string} username
   * @param {string} password
   * @param {string} [code] of the second factor, where there is one
   */
  async signIn(username, password, code) {
    this.#become(await post('/api/session', { username, password, code }));
  }

  /** @param {Record<string, string>} values code, username, displayName, password */
  async setUp(values) {
    await post('/api/setup', values);
    this.about = { ...this.about, setup: false };
    await this.signIn(values.username, values.password);
  }

  async signOut() {
    await remove('/api/session');
    this.#become(null);
  }

  /** Only in a demonstration: days pass at once, so that notice periods can be seen to elapse. @param {number} days */
  async advanceClock(days) {
    await post('/api/demo/clock', { days });
    this.about = await get('/api/about');
    this.dispatchEvent(new Event('change'));
  }

  /** @param {...Role} roles */
  is(...roles) {
    return this.user !== null && roles.includes(this.user.role);
  }

  /** @param {User | null} user */
  #become(user) {
    this.user = user;
    this.dispatchEvent(new Event('change'));
  }
}

/** The one session of the page. */
export const session = new Session();
