/**
 * Days that differ from the plain week, a line each: `2027-02-05 off`, `2027-02-14 work`.
 *
 * @typedef {{day: string, working: boolean, name: string}} DayOff
 */

/** @param {DayOff[]} exceptions */
export const linesOf = (exceptions) => exceptions.map(({ day, working }) => `${day} ${working ? 'work' : 'off'}`).join('\n');

/** @param {string} text @returns {DayOff[]} */
export const exceptionsOf = (text) => text.split('\n').map((line) => line.trim()).filter(Boolean).map((line) => {
  const [day, kind = 'off'] = line.split(/\s+/);
  const working = ['work', '上班', '调休'].includes(kind);
  return { day, working, name: working ? '调休上班' : '放假' };
});
