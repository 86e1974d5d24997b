package org.jieshi.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.certificates.Certificate;
import org.jieshi.certificates.Certificates;
import org.jieshi.disputes.Disputes;
import org.jieshi.parcels.ParcelCode;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.registration.Applications;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What stands in the way of a change, parcel by parcel: open applications, cases and other proposals, and rights that cannot
 * go on as one. Each in a sentence that names the record and the remedy.
 */
@Component
class Obstacles {

  private final Applications applications;
  private final Disputes disputes;
  private final Certificates certificates;
  private final MutationStore store;

  Obstacles(Applications applications, Disputes disputes, Certificates certificates, MutationStore store) {
    this.applications = applications;
    this.disputes = disputes;
    this.certificates = certificates;
    this.store = store;
  }

  List<Bilingual> of(MutationKind kind, List<UnitVersion> parents, @Nullable String own) {
    List<Bilingual> found = new ArrayList<>();
    parents.forEach(parent -> found.addAll(ofParcel(parent, own)));
    List<Certificate> live = parents.stream().flatMap(parent -> certificates.findLive(parent.ref().code()).stream()).toList();
    if (kind == MutationKind.RETIRE) {
      live.forEach(certificate -> found.add(new Bilingual(
          "Parcel %s is under certificate %s; cancel that first.", "宗地 %s 持有有效证书 %s，须先注销证书。")
          .formatted(certificate.parcel(), certificate.number())));
      return found;
    }
    found.addAll(numbering(parents));
    if (!live.isEmpty() && live.size() < parents.size()) {
      found.add(new Bilingual("Some of the parcels are certified and others are not: certify all of them, or cancel the "
          + "certificates, before the change.", "部分宗地已发证、部分未发证：须先全部发证或注销证书，方可变更。"));
    }
    for (int i = 1; i < live.size(); i++) {
      found.addAll(unlike(live.get(0), live.get(i)));
    }
    return found;
  }

  private List<Bilingual> ofParcel(UnitVersion parent, @Nullable String own) {
    String code = parent.ref().code();
    if (!parent.current()) {
      return List.of(new Bilingual("Parcel %s is no longer on the register.", "宗地 %s 已不在册。").formatted(code));
    }
    List<Bilingual> found = new ArrayList<>();
    applications.find(code).filter(application -> !application.state().isFinal()).ifPresent(open -> found.add(
        new Bilingual("Parcel %s has the open application %s; bring it to its end or withdraw it first.",
            "宗地 %s 有未结申请 %s，须先办结或撤回。").formatted(code, open.number())));
    disputes.openOn(code).forEach(open -> found.add(new Bilingual(
        "Parcel %s is part of the open case %s; settle it first.", "宗地 %s 涉及未结争议案件 %s，须先处理完毕。")
        .formatted(code, open.number())));
    if (found.isEmpty() && parent.status() != UnitStatus.SURVEYED && parent.status() != UnitStatus.CERTIFIED) {
      found.add(new Bilingual("Parcel %s is %s; it can be changed when it is free again.",
          "宗地 %s 当前状态为 %s，待其解除后方可变更。").formatted(code, parent.status()));
    }
    store.openOn(parent.ref().id()).stream().filter(id -> !id.equals(own)).forEach(other -> found.add(new Bilingual(
        "Parcel %s is part of the proposed change %s; execute or withdraw that first.",
        "宗地 %s 已列入待决变更 %s，须先办结或撤回。").formatted(code, other)));
    return found;
  }

  /** New numbers are of one sub-district and feature; parcels that differ in it cannot become one series. */
  private static List<Bilingual> numbering(List<UnitVersion> parents) {
    List<Bilingual> found = new ArrayList<>();
    String feature = null;
    for (UnitVersion parent : parents) {
      ParcelCode code = ParcelCode.find(parent.ref().code()).orElse(null);
      if (code == null) {
        found.add(new Bilingual("%s is no parcel code of GB/T 37346, so that no new number follows from it.",
            "%s 不符合 GB/T 37346 宗地代码规则，无法据以编新号。").formatted(parent.ref().code()));
      } else if (feature != null && !feature.equals(code.feature())) {
        found.add(new Bilingual("The parcels have different features (%s and %s): give them one first.",
            "各宗地的宗地特征码不同（%s 与 %s），须先统一。").formatted(feature, code.feature()));
      } else {
        feature = code.feature();
      }
    }
    return found;
  }

  /** Rights go on as one only if they are one: same holders with the same shares, kind, nature, use and term. */
  private static List<Bilingual> unlike(Certificate one, Certificate other) {
    List<String> en = new ArrayList<>();
    List<String> zh = new ArrayList<>();
    differ(holders(one), holders(other), "holder", "权利人", en, zh);
    differ(one.rightKind(), other.rightKind(), "kind of right", "权利类型", en, zh);
    differ(one.rightNature(), other.rightNature(), "nature of right", "权利性质", en, zh);
    differ(one.landUseScheme() + one.landUseCode(), other.landUseScheme() + other.landUseCode(), "land use", "用途", en, zh);
    differ(one.termUntil(), other.termUntil(), "term", "使用期限", en, zh);
    return en.isEmpty() ? List.of() : List.of(new Bilingual(
        "Certificates %s and %s differ in %s.".formatted(one.number(), other.number(), String.join(", ", en)),
        "证书 %s 与 %s 的%s不同，不能一并变更。".formatted(one.number(), other.number(), String.join("、", zh))));
  }

  /** In whatever order; whether each has a paper of their own is no difference of the right. */
  private static Set<String> holders(Certificate certificate) {
    return certificate.holders().isEmpty() ? Set.of(certificate.holder()) : certificate.holders().stream()
        .map(holder -> holder.name() + " " + holder.fraction()).collect(Collectors.toSet());
  }

  private static void differ(@Nullable Object one, @Nullable Object other, String en, String zh, List<String> english,
      List<String> chinese) {
    if (!Objects.equals(one, other)) {
      english.add(en);
      chinese.add(zh);
    }
  }
}
