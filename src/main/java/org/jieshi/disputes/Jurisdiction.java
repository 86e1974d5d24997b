package org.jieshi.disputes;

import java.util.List;
import java.util.stream.Collectors;
import org.jieshi.shared.Bilingual;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;

/**
 * Who may decide a case (Order 17 Art. 5): units against units the county or above, a person against a unit or another
 * person the town or the county. While nobody has said what the parties are, the town may not.
 */
record Jurisdiction(List<Authority> authorities, Bilingual reason) {

  static Jurisdiction of(List<Party> parties) {
    List<String> unknown = parties.stream().filter(party -> party.kind() == null).map(Party::name).toList();
    if (parties.stream().anyMatch(party -> party.kind() == Party.Kind.INDIVIDUAL)) {
      return new Jurisdiction(List.of(Authority.TOWN, Authority.COUNTY), new Bilingual(
          "A person is a party: the town or the county decides (Order 17 Art. 5).",
          "一方为个人：由乡级或者县级人民政府处理（17号令第五条）。"));
    }
    List<Authority> county = List.of(Authority.COUNTY, Authority.ABOVE);
    return unknown.isEmpty()
        ? new Jurisdiction(county,
        new Bilingual("Units are against each other: the county or above decides (Order 17 Art. 5).",
            "单位之间的争议：由县级以上人民政府处理（17号令第五条）。"))
        : new Jurisdiction(county, new Bilingual(
            "Whether %s is a person or a unit was not said; until it is, only the county or above decides."
                .formatted(String.join(", ", unknown)),
            "尚未注明%s是个人还是单位；注明之前仅由县级以上人民政府处理。"
                .formatted(unknown.stream().collect(Collectors.joining("、")))));
  }

  void require(Dispute dispute, Authority deciding) {
    if (!authorities.contains(deciding)) {
      throw Problem.of(ProblemCode.INVALID_FIELD,
          "The %s has no jurisdiction over case %s. %s".formatted(deciding.title().en(), dispute.id(), reason.en()),
          "%s对案件 %s 无管辖权。%s".formatted(deciding.title().zh(), dispute.number(), reason.zh()))
          .about(dispute.id()).inField("by").asException();
    }
  }
}
