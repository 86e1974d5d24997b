package org.jieshi.disputes;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.ConflictStatus;
import org.jieshi.conflicts.Track;
import org.jieshi.geometry.OverlapClass;
import org.jieshi.parcels.UnitKind;
import org.jieshi.shared.AreaUnits;
import org.jieshi.shared.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * A case over HTTP.
 *
 * @param open the quarrel is unresolved and holds the registration of its parcels
 * @param agreement the last settlement, an agreement or a decision
 * @param settlements all of them, oldest first
 * @param bbox west, south, east, north of the overlaps when the case was opened, CGCS2000 degrees
 * @param allowedActions what the person who asks can do now
 */
record DisputeView(String id, String number, String title, DisputeTrack track, Bilingual trackTitle,
    Bilingual triageReason, @Nullable String triageNote, List<String> triageDocuments, Jurisdiction jurisdiction,
    DisputeStage stage, Bilingual stageTitle, @Nullable LadderLevel level, @Nullable Bilingual levelTitle,
    @Nullable CaseResult result, boolean open, Instant openedAt, Map<Milestone, LocalDate> dates,
    List<Person> handlers, List<Recusal> recusals, List<Party> parties, List<Unit> units,
    List<InCase> conflicts, List<CaseClock> clocks, List<Event> timeline, @Nullable Settlement agreement,
    List<Settlement> settlements, double[] bbox, List<String> allowedActions, int revision) {

  record Person(String username, String name) {
  }

  /**
   * @param version the version in dispute
   * @param parkedAs code of the face that carries the dispute on; this parcel then goes on without it
   * @param renumberedAs code of the parcel that a parked face became when it was won
   */
  record Unit(UnitKind kind, String code, long id, int version, @Nullable String parkedAs,
      @Nullable String renumberedAs) {

    static Unit of(DisputedUnit unit) {
      return new Unit(unit.ref().kind(), unit.ref().code(), unit.ref().id(), unit.ref().version(), unit.parkedAs(),
          unit.renumberedAs());
    }
  }

  /** @param area m² as it stands, or as it was when the conflict went */
  record InCase(long id, UnitKind leftKind, String left, UnitKind rightKind, String right, OverlapClass overlapClass,
      Track track, BigDecimal area, ConflictStatus status) {

    static InCase of(Conflict conflict) {
      return new InCase(conflict.id(), conflict.left().kind(), conflict.left().code(), conflict.right().kind(),
          conflict.right().code(), conflict.overlapClass(), conflict.track(),
          AreaUnits.squareMetres(conflict.area()), conflict.status());
    }
  }

  /**
   * @param on the day it happened; {@code at} is when it was entered
   * @param stage after it
   */
  record Event(int seq, Instant at, LocalDate on, String action, @Nullable Bilingual actionTitle, DisputeStage stage,
      @Nullable LadderLevel level, String by, String byName, @Nullable String note, Map<String, Object> detail) {
  }

  /**
   * A case in a list.
   *
   * @param overdue a duty is overdue, or may be because its calendar is missing
   * @param nextDeadline of the duties and rights still open, the first: one that has passed before one to come
   */
  record Line(String id, String number, String title, DisputeTrack track, DisputeStage stage, Bilingual stageTitle,
      @Nullable LadderLevel level, LocalDate openedOn, List<String> parcels, boolean overdue,
      @Nullable LocalDate nextDeadline, int revision) {
  }
}
