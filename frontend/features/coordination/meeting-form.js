/** What is typed into the form of a meeting, as the server takes it. */

const KINDS = ['CASE', 'LETTER', 'COMPLAINT', 'TASK', 'APPLICATION', 'NOTICE', 'OBJECTION', 'MEETING', 'PATROL', 'FINDING',
  'STATEMENT'];

/**
 * A day and a time of the office, China Standard Time, which has no summer time.
 *
 * @param {string} day 2013-04-09
 * @param {string} time 9:00 or 09:00
 */
export const officeInstant = (day, time) => `${day}T${time.trim().replace('：', ':').padStart(5, '0')}:00+08:00`;

/**
 * Agenda items from lines; one that begins with the kind and the id of open work is about that.
 *
 * @param {string[]} lines
 */
export const itemsOf = (lines) => lines.map((line) => {
  const [kind, id, ...rest] = line.split(/\s+/);
  return KINDS.includes(kind) && id ? { subjectKind: kind, subjectId: id, title: rest.join(' ') || id } : { title: line };
});
