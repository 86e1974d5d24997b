import cases from './cases.zh.js';
import coordination from './coordination.zh.js';
import desks from './desks.zh.js';
import ingest from './ingest.zh.js';
import procedure from './procedure.zh.js';
import files from './export.zh.js';
import titles from './titles.zh.js';
import work from './work.zh.js';

/** 地图以外各页的文字，首次打开其中一页时载入。 */
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
