package org.jieshi.conflicts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jieshi.conflicts.Face.Claimant;
import org.jieshi.parcels.Land;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitRef;
import org.junit.jupiter.api.Test;

/** Land that several cover counts in each pair of a parcel with another unit, never in a pair of two others. */
class FaceTest {

  private static final UnitKind PARCEL = UnitKind.PARCEL;
  private static final UnitKind CLAIM = UnitKind.CLAIM;
  private static final UnitKind EVIDENCE = UnitKind.EVIDENCE;

  @Test
  void aParcelWithEachOfTheOthersIsAPairAndTwoOthersAreNone() {
    assertThat(face(PARCEL).pairs()).isZero();
    assertThat(face(PARCEL, CLAIM).pairs()).isEqualTo(1);
    assertThat(face(PARCEL, PARCEL).pairs()).isEqualTo(1);
    assertThat(face(PARCEL, CLAIM, CLAIM).pairs()).isEqualTo(2);
    assertThat(face(PARCEL, PARCEL, CLAIM).pairs()).isEqualTo(3);
    assertThat(face(PARCEL, PARCEL, PARCEL, CLAIM, CLAIM, EVIDENCE).pairs()).isEqualTo(12);
    assertThat(face(CLAIM, EVIDENCE, CLAIM).pairs()).isZero();
  }

  @Test
  void landIsContestedFromTheFirstPairOn() {
    assertThat(face(PARCEL).contested()).isFalse();
    assertThat(face(CLAIM, EVIDENCE).contested()).isFalse();
    assertThat(face(PARCEL, EVIDENCE).contested()).isTrue();
  }

  @Test
  void whoCoversItIsNamedInOrder() {
    assertThat(face(PARCEL, CLAIM).coveredBy())
        .containsExactly(new UnitRef(0, PARCEL, "U0", 1), new UnitRef(1, CLAIM, "U1", 1));
  }

  /** Net disputed area is not the sum of pairs (rules.md). */
  @Test
  void theNetAreaIsOfContestedLandAloneAndEveryPairCountsItAgain() {
    FaceList list = FaceList.of(List.of(face(PARCEL), face(CLAIM, EVIDENCE), face(PARCEL, CLAIM, CLAIM)));

    assertThat(list.netArea()).isEqualTo(new BigDecimal("100.00"));
    assertThat(list.pairArea()).isEqualTo(new BigDecimal("200.00"));
    assertThat(list.total()).isEqualTo(3);
    assertThat(list.items()).extracting(FaceList.FaceView::contested).containsExactly(false, false, true);
  }

  private static Face face(UnitKind... kinds) {
    List<Claimant> claimants = new ArrayList<>();
    for (UnitKind kind : kinds) {
      int id = claimants.size();
      claimants.add(new Claimant(new UnitRef(id, kind, "U" + id, 1), null, null));
    }
    return new Face(100, 5, claimants, Land.rectangle(0, 0, 10, 10));
  }
}
