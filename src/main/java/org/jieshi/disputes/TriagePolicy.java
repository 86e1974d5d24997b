package org.jieshi.disputes;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jieshi.conflicts.Conflict;
import org.jieshi.conflicts.Track;
import org.jieshi.parcels.UnitKind;
import org.jieshi.parcels.UnitStatus;
import org.jieshi.parcels.UnitVersion;
import org.jieshi.shared.Problem;
import org.jieshi.shared.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Triage: a case is what its conflicts are in law. A person may see it otherwise and says why, but can't take land that
 * no certificate covers for a plain trespass, because that would hide an ownership dispute from the registration gate.
 */
final class TriagePolicy {

  private TriagePolicy() {
  }

  static Triage triage(Collection<Conflict> conflicts, Collection<UnitVersion> units, OpenCase wanted) {
    Set<Track> tracks = conflicts.stream().map(Conflict::track)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Track.class)));
    if (tracks.contains(Track.SURVEY_FAULT)) {
      throw invalid("conflicts", "Two parcels of one holder overlap: that is a survey fault, to be measured again, "
          + "not a dispute.", "同一权利人的两宗地重叠属测量问题，应重新测量，不作为争议立案。");
    }
    Optional<DisputeTrack> proposed = tracks.size() == 1
        ? Optional.of(DisputeTrack.valueOf(tracks.iterator().next().name())) : Optional.empty();
    DisputeTrack track = wanted.track() != null ? wanted.track() : proposed.orElseThrow(() -> invalid("track",
        "The conflicts are of different kinds in law: open one case for each kind, or name the track and the reason.",
        "所选冲突的法律性质不同：请分别立案，或注明类别及理由。"));
    @Nullable String note = wanted.reason() == null || wanted.reason().isBlank() ? null : wanted.reason().strip();
    if (note == null && !Optional.of(track).equals(proposed)) {
      throw invalid("reason",
          "The conflicts propose another track: give the reason for %s.".formatted(track.title().en()),
          "与冲突建议的类别不同：请说明按“%s”处理的理由。".formatted(track.title().zh()));
    }
    if (track == DisputeTrack.TRESPASS) {
      requireCertified(units);
    }
    return new Triage(track, track.legalReason(), note,
        wanted.documents() == null ? List.of() : wanted.documents().stream().map(String::strip).toList());
  }

  private static void requireCertified(Collection<UnitVersion> units) {
    units.stream().filter(unit -> unit.ref().kind() == UnitKind.PARCEL && unit.status() != UnitStatus.CERTIFIED)
        .findFirst().ifPresent(parcel -> {
          throw invalid("track",
              "Parcel %s has no live certificate, so it cannot be a plain trespass: choose OWNERSHIP."
                  .formatted(parcel.ref().code()),
              "宗地 %s 没有有效证书，不能按侵权处理，请选择权属争议。".formatted(parcel.ref().code()));
        });
  }

  private static RuntimeException invalid(String field, String en, String zh) {
    return Problem.of(ProblemCode.INVALID_FIELD, en, zh).inField(field).asException();
  }
}
