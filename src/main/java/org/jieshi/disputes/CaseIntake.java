package org.jieshi.disputes;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;

/** Opens cases for other modules, with the triage that the conflicts propose. */
@Service
public class CaseIntake {

  private final CaseOpening opening;

  CaseIntake(CaseOpening opening) {
    this.opening = opening;
  }

  /**
   * Opens a case about open conflicts in the caller's transaction.
   *
   * @param note why it was opened
   * @return the id of the case
   * @throws org.jieshi.shared.ProblemException as opening one by hand
   */
  public String open(Collection<Long> conflicts, String title, String note) {
    return opening.open(new OpenCase(List.copyOf(conflicts), title, null, note, null, null, null, null));
  }
}
