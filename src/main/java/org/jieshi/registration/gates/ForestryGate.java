package org.jieshi.registration.gates;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jieshi.registration.gates.Facts.Forestry;
import org.jieshi.registration.gates.Facts.Reply;
import org.jieshi.registration.investigation.LandUse;
import org.jieshi.registration.investigation.UseDecision;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.UnmetGate;

/**
 * W3: the forestry department has agreed where a forest-right certificate of somebody else overlaps (C5), where the
 * use is forest, and wherever it cannot be told whether either is so.
 */
final class ForestryGate implements Gate {

  @Override
  public String id() {
    return "W3";
  }

  @Override
  public List<UnmetGate> unmet(Facts facts) {
    return Stream.concat(consultation(facts).stream(), use(facts).stream()).toList();
  }

  /** Where the approved and the actual use differ, it is decided which one is registered. */
  private List<UnmetGate> use(Facts facts) {
    LandUse approved = facts.title().approvedUse();
    LandUse actual = facts.title().actualUse();
    if (approved == null || actual == null || approved.equals(actual)) {
      return List.of();
    }
    UseDecision decision = facts.useDecision();
    if (decision == null || !decision.isAbout(approved, actual)) {
      return List.of(UnmetGate.of(id(),
          "The approved use %s (%s) and the actual use %s (%s) differ, and no decision tells which one is registered."
              .formatted(approved.code(), approved.scheme(), actual.code(), actual.scheme()),
          "批准用途 %s（%s）与实际用途 %s（%s）不一致，且无按何种用途登记的决定。"
              .formatted(approved.code(), approved.scheme(), actual.code(), actual.scheme())));
    }
    if (decision.registered() == UseDecision.Registered.APPROVED) {
      return List.of(UnmetGate.of(id(),
          "By %s the approved use %s (%s) is registered: record a survey that states it as the use of the land."
              .formatted(decision.document(), approved.code(), approved.scheme()),
          "依 %s 按批准用途 %s（%s）登记：请按该用途重新登记调查。".formatted(decision.document(), approved.code(),
              approved.scheme())));
    }
    return List.of();
  }

  private List<UnmetGate> consultation(Facts facts) {
    Forestry forestry = facts.forestry();
    if (forestry.reply() == Reply.AGREED) {
      return otherUse(facts);
    }
    List<UnmetGate> unmet = new ArrayList<>();
    reasons(forestry).forEach(reason -> unmet.add(new UnmetGate(id(), reason)));
    if (forestry.reply() == Reply.OBJECTED) {
      unmet.add(UnmetGate.of(id(), "The forestry department has objected: negotiate and ask again.",
          "林业部门提出异议：请协商后再次征求意见。"));
    }
    return unmet;
  }

  /** What was agreed to is registered, nothing else. */
  private List<UnmetGate> otherUse(Facts facts) {
    LandUse agreed = facts.forestry().agreedUse();
    if (agreed == null || agreed.equals(facts.title().actualUse())) {
      return List.of();
    }
    return List.of(UnmetGate.of(id(),
        "The forestry department agreed to land use %s (%s), which is not the one applied for: survey again with it."
            .formatted(agreed.code(), agreed.scheme()),
        "林业部门同意的用途为 %s（%s），与申请用途不一致：请按该用途重新调查。".formatted(agreed.code(), agreed.scheme())));
  }

  /** Why the forestry department must be heard; none if it need not be. */
  private static List<Bilingual> reasons(Forestry forestry) {
    List<Bilingual> reasons = new ArrayList<>();
    String en = forestry.reply() == Reply.NOT_ANSWERED ? "the forestry department has not answered"
        : "no reply of the forestry department is recorded";
    String zh = forestry.reply() == Reply.NOT_ANSWERED ? "林业部门尚未答复" : "没有林业部门的答复";
    if (forestry.reply() == Reply.OBJECTED) {
      en = "the forestry department did not agree";
      zh = "林业部门未同意";
    }
    if (!forestry.layerKnown()) {
      reasons.add(new Bilingual("The forest-right certificates of others were never loaded, and %s.".formatted(en),
          "他人林权证图层从未导入，且%s。".formatted(zh)));
    }
    if (forestry.findings() == null) {
      reasons.add(new Bilingual("Whether forest-right certificates overlap is not known, and %s.".formatted(en),
          "是否与林权证重叠不明，且%s。".formatted(zh)));
    } else {
      for (Bilingual finding : forestry.findings()) {
        reasons.add(new Bilingual(finding.en() + " " + capital(en) + ".", finding.zh() + zh + "。"));
      }
    }
    if (forestry.forestUse() == null) {
      reasons.add(new Bilingual("Whether the use is forest is not known, and %s.".formatted(en),
          "是否为林地不明，且%s。".formatted(zh)));
    } else if (forestry.forestUse()) {
      reasons.add(new Bilingual("The use is forest land, and %s.".formatted(en), "用途为林地，且%s。".formatted(zh)));
    }
    return reasons;
  }

  private static String capital(String sentence) {
    return Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
  }
}
