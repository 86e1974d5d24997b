package org.jieshi.registration.investigation;

import java.time.Instant;

/**
 * Which use is registered where the approved and the actual one differ (domain sheet §0: the forestry department wanted
 * forest land; by agreement the actual use was registered).
 *
 * @param document of the agreement or decision
 */
public record UseDecision(LandUse approved, LandUse actual, Registered registered, String reason, String document,
    String decidedBy, Instant decidedAt) {

  /** What is registered. */
  public enum Registered {
    ACTUAL, APPROVED
  }

  /** Whether it was taken on these two uses; another survey may have found another one. */
  public boolean isAbout(LandUse nowApproved, LandUse nowActual) {
    return approved.equals(nowApproved) && actual.equals(nowActual);
  }
}
