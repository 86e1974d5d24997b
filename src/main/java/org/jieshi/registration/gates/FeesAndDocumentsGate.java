package org.jieshi.registration.gates;

import java.util.ArrayList;
import java.util.List;
import org.jieshi.registration.documents.RequiredDocument;
import org.jieshi.shared.UnmetGate;

/** W6: the fee is settled or let off by a document, and every required document has its file. */
final class FeesAndDocumentsGate implements Gate {

  @Override
  public String id() {
    return "W6";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    List<UnmetGate> unmet = new ArrayList<>();
    if (facts.fees() == null) {
      unmet.add(UnmetGate.of(id(), "The fee cannot be assessed: the class of the land use is not known.",
          "无法核定费用：土地用途类别不明。"));
    } else if (facts.fees().missing() != null) {
      unmet.add(new UnmetGate(id(), facts.fees().missing()));
    }
    if (facts.required() == null) {
      unmet.add(UnmetGate.of(id(), "No setting lists the documents required for this kind of right.",
          "未设置该类权利所需的材料清单。"));
    } else {
      for (RequiredDocument document : facts.required()) {
        if (!facts.present().contains(document.kind())) {
          unmet.add(UnmetGate.of(id(), "The document %s has no file.".formatted(document.kind().title().en()),
              "缺少材料：%s。".formatted(document.kind().title().zh())));
        }
      }
    }
    return unmet;
  }
}
