package org.jieshi.registration;

import java.time.LocalDate;
import org.jieshi.registration.Suspension.Cause;
import org.jieshi.registration.investigation.RightKind;
import org.jieshi.registration.investigation.TitleFacts;
import org.jspecify.annotations.Nullable;

/** Applications as they lie on the desk, for tests. */
final class FilesInHand {

  static final String PARCEL = "450721001002GN00001";

  private FilesInHand() {
  }

  /** Surveyed, reviewed and approved; a suspended one stopped while its notice ran. */
  static Application application(ApplicationState state) {
    return application("0001", state, RightKind.FARMLAND_USE, "reviewer");
  }

  static Application unreviewed() {
    return application("0001", ApplicationState.NOTICED, RightKind.FARMLAND_USE, null);
  }

  /** Another one for the same parcel. */
  static Application another(String number, ApplicationState state, @Nullable RightKind kind) {
    return application(number, state, kind, "reviewer");
  }

  private static Application application(String number, ApplicationState state, @Nullable RightKind kind,
      @Nullable String reviewer) {
    return new Application("A2012-" + number, "申2012-" + number, 1, PARCEL, LocalDate.of(2012, 3, 5), "surveyor", 1,
        state, state == ApplicationState.SUSPENDED ? new Suspension(ApplicationState.NOTICED, Cause.DISPUTE) : null,
        "surveyor", reviewer, "approver", new TitleFacts("华山农场", kind, null, null, null, null, null), null);
  }
}
