import { html } from 'lit';
import { RoutedPage } from '../../components/routed-page.js';
import { session } from '../../app/session.js';
import { t } from '../../lib/i18n.js';
import './board.js';
import './complaints.js';
import './findings.js';
import './letters.js';
import './meetings.js';
import './my-work.js';
import './patrols.js';
import './performance.js';
import './settings.js';
import './tasks.js';
import './village-desk.js';

/** The sections, in the order of their tabs. @type {Record<string, (route: any) => unknown>} */
const SECTIONS = {
  board: (route) => html`<jieshi-board .route=${route}></jieshi-board>`,
  mine: () => html`<jieshi-my-work></jieshi-my-work>`,
  letters: (route) => html`<jieshi-letters .route=${route}></jieshi-letters>`,
  meetings: (route) => html`<jieshi-meetings .route=${route}></jieshi-meetings>`,
  tasks: (route) => html`<jieshi-tasks .route=${route}></jieshi-tasks>`,
  complaints: (route) => html`<jieshi-complaints .route=${route}></jieshi-complaints>`,
  patrols: (route) => html`<jieshi-patrols .route=${route}></jieshi-patrols>`,
  findings: (route) => html`<jieshi-findings .route=${route}></jieshi-findings>`,
  village: (route) => html`<jieshi-village-desk .route=${route}></jieshi-village-desk>`,
  performance: (route) => html`<jieshi-performance .route=${route}></jieshi-performance>`,
  settings: () => html`<jieshi-coordination-settings></jieshi-coordination-settings>`,
};

/** Departments and people working together: the board, and a desk for each kind of thing. */
export class JieshiCoordinationPage extends RoutedPage {
  get section() {
    return Object.hasOwn(SECTIONS, this.route.path[1] ?? '') ? this.route.path[1] : 'board';
  }

  render() {
    const shown = Object.keys(SECTIONS).filter((name) => name !== 'village'
      || session.is('REVIEWER', 'MEDIATOR', 'APPROVER'));
    return html`
      <div class="page page-wide" data-test="coordination-page">
        <nav class="tabs" aria-label=${t('nav.coordination')}>
          ${shown.map((name) => html`<a href="#/coordination/${name}" data-test="tab-${name}"
            aria-current=${name === this.section ? 'page' : 'false'}>${t(`coordination.${name}`)}</a>`)}
        </nav>
        ${SECTIONS[this.section](this.route)}
      </div>`;
  }
}
customElements.define('jieshi-coordination-page', JieshiCoordinationPage);
