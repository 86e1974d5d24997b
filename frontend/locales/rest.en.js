import cases from './cases.en.js';
import coordination from './coordination.en.js';
import desks from './desks.en.js';
import ingest from './ingest.en.js';
import procedure from './procedure.en.js';
import files from './export.en.js';
import titles from './titles.en.js';
import work from './work.en.js';

/** English for every page but the map, loaded with the first of them. */
export default {
  ...cases,
  ...coordination,
  ...desks,
  ...ingest,
  ...procedure,
  ...files,
  ...titles,
  ...work,
};
