package org.jieshi.disputes.hold;

import java.time.LocalDate;
import java.util.List;
import org.jieshi.disputes.DisputeTrack;
import org.jieshi.shared.Bilingual;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What is written to the offices that issue permits: to hold them, and that they are free again. */
@Component
public class HoldLetters {

  private final String county;
  private final String countyEn;

  HoldLetters(@Value("${jieshi.farm.county-name}") String county,
      @Value("${jieshi.farm.county-name-en}") String countyEn) {
    this.county = county;
    this.countyEn = countyEn;
  }

  /** @param parcels one or more codes */
  public Hold.Letter held(HoldKind kind, DisputeTrack track, String caseNumber, List<String> parcels) {
    Bilingual basis = kind.basis(track);
    return new Hold.Letter(to(kind), new Bilingual("Hold on %s: parcel %s".formatted(kind.title().en(), en(parcels)),
        "关于暂停办理%s手续的函（宗地 %s）".formatted(kind.title().zh(), zh(parcels))),
        new Bilingual("Parcel %s is in dispute in case %s.\n%s\nPlease issue no permit for it until you are told that "
            .formatted(en(parcels), caseNumber, basis.en())
            + "the hold is released, and say with the receipt whether one was issued or asked for.",
            "宗地 %s 涉及案件 %s，尚未办结。\n%s\n请在接到解除通知之前暂停办理该宗地的%s手续，并随回执注明是否已受理或核发。"
                .formatted(zh(parcels), caseNumber, basis.zh(), kind.title().zh())));
  }

  /** @param parcels one or more codes */
  public Hold.Letter released(HoldKind kind, String caseNumber, List<String> parcels, LocalDate on) {
    return new Hold.Letter(to(kind), new Bilingual("Hold released: parcel %s".formatted(en(parcels)),
        "关于解除%s限制的函（宗地 %s）".formatted(kind.title().zh(), zh(parcels))),
        new Bilingual("The hold on %s of parcel %s from case %s was released on %s."
            .formatted(kind.title().en(), en(parcels), caseNumber, on),
            "宗地 %s 因案件 %s 所作的%s限制已于 %s 解除。".formatted(zh(parcels), caseNumber, kind.title().zh(), on)));
  }

  private Bilingual to(HoldKind kind) {
    return new Bilingual(countyEn + " " + kind.office().en(), county + kind.office().zh());
  }

  private static String en(List<String> parcels) {
    return String.join(", ", parcels);
  }

  private static String zh(List<String> parcels) {
    return String.join("、", parcels);
  }
}
