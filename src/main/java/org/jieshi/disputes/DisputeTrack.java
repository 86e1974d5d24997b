package org.jieshi.disputes;

import org.jieshi.shared.Bilingual;

/** What a quarrel over land is in law, which decides how it is handled (domain.md §6). */
public enum DisputeTrack {

  /** Land under a live title, occupied without any document: restitution, not mediation of ownership. */
  TRESPASS("trespass", "侵权", new Bilingual(
      "The land is certified and the occupier has no document: restitution (Civil Code 235-238), not an ownership "
          + "dispute (Order 17, Art. 14).",
      "土地已发证，对方无权属凭证而占用：属侵权，依民法典第二百三十五至二百三十八条返还，不作为权属争议受理（17号令第十四条）。")),
  /** Ownership or use is contested and not decided by a certificate. */
  OWNERSHIP("ownership dispute", "权属争议", new Bilingual(
      "Ownership or use is contested and no certificate decides it: ownership dispute (Order 17).",
      "权属或使用权存在争执且无证书可依：属土地权属争议（17号令）。")),
  /** Both sides hold a certificate over the same land. */
  DOUBLE_CERTIFICATE("double certificate", "一地两证", new Bilingual(
      "Both sides hold a certificate over the same land: correction, objection registration, review or suit.",
      "双方均持有证书：属一地两证，按更正登记、异议登记、复议或诉讼处理。")),
  /** A quarrel about a contracted plot: contract arbitration decides, not the land office. */
  CONTRACT("contract quarrel", "承包合同纠纷", new Bilingual(
      "A quarrel about a contract plot is not an ownership dispute (Order 17, Art. 14): referred to contract "
          + "arbitration.",
      "承包合同纠纷不作为权属争议受理（17号令第十四条）：告知申请承包合同仲裁。"));

  private final Bilingual title;
  private final Bilingual legalReason;

  DisputeTrack(String en, String zh, Bilingual legalReason) {
    this.title = new Bilingual(en, zh);
    this.legalReason = legalReason;
  }

  public Bilingual title() {
    return title;
  }

  Bilingual legalReason() {
    return legalReason;
  }

  /** Whether the quarrel is about who has the right, so that the land can't be registered before it is over. */
  public boolean contestsTitle() {
    return this == OWNERSHIP || this == DOUBLE_CERTIFICATE;
  }
}
